import { AGENT_COMMAND, type ConversationId, VISITOR_COMMAND } from '@baton/shared-types';
import { RequestMethod } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createUnitOfWork, openDatabase } from '../../src/database/index.js';
import { createWorld, type TestVisitor, type World } from '../world.js';
import { ACCESS_POLICY, CALLERS, type Caller } from './access-policy.js';

const NOT_FOUND = { code: 'not_found', message: 'There is nothing here that you may see.' };

let world: World;
let owned: { readonly conversation: ConversationId; readonly site: string; readonly visitor: TestVisitor };

beforeAll(async () => {
  world = await createWorld(inject('postgresUrl'));
  const visitor = await world.visitor('tidewater');
  const sent = await visitor.ask(VISITOR_COMMAND.sendMessage, {
    clientId: crypto.randomUUID(),
    text: 'CANARY-tidewater-4711',
    kind: 'text',
  });
  if (!sent.ok) throw new Error(sent.error.code);
  const [site] = await world.sql<{ id: string }>(`SELECT id FROM site WHERE site_key = 'demo-tidewater'`);
  owned = { conversation: sent.value.conversationId, site: site?.id ?? '', visitor };
});
afterAll(() => world.stop());

/** `METHOD /path` of every controller route, read from the running application. */
function routes(): readonly string[] {
  const found: string[] = [];
  for (const module of world.server.app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      if (typeof metatype !== 'function') continue;
      const base = String(Reflect.getMetadata('path', metatype) ?? '');
      for (const name of Object.getOwnPropertyNames(metatype.prototype)) {
        const handler: unknown = metatype.prototype[name];
        if (typeof handler !== 'function' || !Reflect.hasMetadata('method', handler)) continue;
        const method = RequestMethod[Number(Reflect.getMetadata('method', handler))];
        const path = [base, String(Reflect.getMetadata('path', handler))].map((part) =>
          part.replace(/^\/|\/$/g, ''),
        );
        found.push(`${method} /${path.filter((part) => part !== '').join('/')}`);
      }
    }
  }
  return found.sort();
}

async function cookieOf(caller: Caller): Promise<string | undefined> {
  if (caller === 'nobody') return undefined;
  // A visitor has a token; it opens nothing over HTTP, not even as a cookie.
  if (caller === 'visitor') return `baton-local=${owned.visitor.session.token}`;
  return caller === 'foreign-admin' ? world.signIn('alpenrad', 'admin') : world.signIn('tidewater', caller);
}

describe('A50: every route for every kind of caller', () => {
  it('the policy names exactly the routes there are', () => {
    expect(routes()).toEqual(Object.keys(ACCESS_POLICY).sort());
  });

  it.each(
    Object.entries(ACCESS_POLICY).flatMap(([route, policy]) =>
      CALLERS.map((caller) => ({ route, policy, caller })),
    ),
  )('$route as $caller', async ({ route, policy, caller }) => {
    const [method = '', template = ''] = route.split(' ');
    const path = template.replace(':id', template.includes('sites') ? owned.site : owned.conversation);
    const cookie = await cookieOf(caller);
    const response = await world.http(method, path, {
      ...(cookie ? { cookie } : {}),
      ...(policy.body === undefined ? {} : { body: policy.body }),
    });
    const text = await response.text();
    if (policy.allowed.includes(caller)) {
      expect(text).not.toContain(NOT_FOUND.code);
      if (policy.allowed.length < CALLERS.length) expect(response.status).not.toBe(401);
      return;
    }
    const isSignedIn = caller !== 'nobody' && caller !== 'visitor';
    expect(response.status).toBe(isSignedIn ? 404 : 401);
    if (isSignedIn) expect(JSON.parse(text)).toEqual(NOT_FOUND);
    expect(text).not.toContain('CANARY');
  });

  it('an unknown path, a known path without the right, and a foreign id answer the same bytes', async () => {
    const cookie = await world.signIn('alpenrad', 'agent');
    const foreign = await world.http('GET', `/api/conversations/${owned.conversation}/bundle`, { cookie });
    const unknown = await world.http('GET', `/api/conversations/cnv_${'0'.repeat(26)}/bundle`, { cookie });
    const malformed = await world.http('GET', '/api/conversations/1%27%20OR%201=1/bundle', { cookie });
    const withoutRight = await world.http('GET', '/api/sites', { cookie });
    const nowhere = await world.http('GET', '/api/nothing/here', { cookie });
    for (const response of [foreign, unknown, malformed, withoutRight, nowhere]) {
      expect(response.status).toBe(404);
      expect(await response.json()).toEqual(NOT_FOUND);
    }
  });

  it('agents cannot do what administrators do', async () => {
    const cookie = await world.signIn('tidewater', 'agent');
    const before = await world.sql('SELECT automation_paused, origins FROM site ORDER BY id');
    const response = await world.http('PATCH', `/api/sites/${owned.site}`, {
      cookie,
      body: { automationPaused: true },
    });
    expect(response.status).toBe(404);
    expect(await world.sql('SELECT automation_paused, origins FROM site ORDER BY id')).toEqual(before);
  });

  it('a request from another page is refused even with the cookie (no header, or a foreign origin)', async () => {
    const cookie = await world.signIn('tidewater', 'admin');
    const attempt = (headers: Record<string, string>) =>
      fetch(`${world.url}/api/agents`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie, ...headers },
        body: JSON.stringify({
          name: 'x',
          email: 'x@example.com',
          role: 'admin',
          password: 'long enough for it',
        }),
      });
    expect((await attempt({})).status).toBe(404);
    expect((await attempt({ 'x-baton-console': '1', origin: 'https://evil.example' })).status).toBe(404);
    expect(await world.sql(`SELECT id FROM agent WHERE email = 'x@example.com'`)).toEqual([]);
  });
});

describe('A28, A51: conversation ids of others on the agents’ socket', () => {
  it.each([
    [AGENT_COMMAND.openConversation, {}],
    [AGENT_COMMAND.readLog, { after: 0 }],
    [AGENT_COMMAND.sendMessage, { clientId: 'c-12345678', text: 'hello' }],
    [AGENT_COMMAND.setTyping, { on: true }],
    [AGENT_COMMAND.acceptHandoff, { clientId: 'c-12345678' }],
    [AGENT_COMMAND.declineHandoff, { clientId: 'c-12345678' }],
    [AGENT_COMMAND.takeOver, { clientId: 'c-12345678' }],
    [AGENT_COMMAND.returnToAssistant, { clientId: 'c-12345678' }],
    [AGENT_COMMAND.closeConversation, { clientId: 'c-12345678' }],
  ] as const)(
    '%s answers the one 404 for a foreign, an unknown and a malformed id',
    async (command, rest) => {
      const agent = await world.agent('alpenrad', 'admin');
      const before = await world.sql('SELECT count(*) FROM conversation_event');
      const ask = (conversationId: string) => agent.ask(command, { conversationId, ...rest });
      const foreign = await ask(owned.conversation);
      expect(foreign).toEqual({ ok: false, error: NOT_FOUND });
      expect(await ask(`cnv_${'0'.repeat(26)}`)).toEqual(foreign);
      expect(await ask("cnv_' OR 1=1")).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
      expect(await world.sql('SELECT count(*) FROM conversation_event')).toEqual(before);
      agent.close();
    },
  );
});

describe('A28, A30: a visitor’s reach ends at their own conversation', () => {
  it.each([
    [VISITOR_COMMAND.sendMessage, { clientId: 'c-12345678', text: 'hello', kind: 'text' }],
    [VISITOR_COMMAND.readLog, { after: 0 }],
    [VISITOR_COMMAND.setTyping, { on: true }],
    [VISITOR_COMMAND.closeConversation, { clientId: 'c-12345678' }],
  ] as const)('%s with a conversation id in it is refused', async (command, payload) => {
    const stranger = await world.visitor('tidewater');
    const reply = await stranger.ask(command, { ...payload, conversationId: owned.conversation });
    expect(reply).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
    stranger.close();
  });

  it('another visitor reads nothing, whatever they ask for', async () => {
    const stranger = await world.visitor('tidewater');
    expect(await stranger.ask(VISITOR_COMMAND.readLog, { after: 0 })).toEqual({
      ok: false,
      error: NOT_FOUND,
    });
    await stranger.ask(VISITOR_COMMAND.sendMessage, {
      clientId: crypto.randomUUID(),
      text: 'my own',
      kind: 'text',
    });
    const read = await stranger.ask(VISITOR_COMMAND.readLog, { after: 0 });
    expect(JSON.stringify(read)).toContain('my own');
    expect(JSON.stringify(read)).not.toContain('CANARY');
    stranger.close();
  });

  it('what is internal never reaches the visitor', async () => {
    const visitor = await world.visitor('tidewater');
    const text = 'I need shift planning for 25 people, kim@lakeside-clinic.example';
    await visitor.ask(VISITOR_COMMAND.sendMessage, { clientId: crypto.randomUUID(), text, kind: 'text' });
    await visitor.notice('log.appended', ({ events }) =>
      events.some((event) => event.actor.kind === 'assistant'),
    );
    const read = await visitor.ask(VISITOR_COMMAND.readLog, { after: 0 });
    const types = read.ok ? (read.value.batch?.events.map((event) => event.audience) ?? []) : [];
    expect(new Set(types)).toEqual(new Set(['public']));
    expect(JSON.stringify(read)).not.toMatch(/decision|verdict|"slot\./);
    visitor.close();
  });
});

describe('A32: the visitor token is shown once, to its visitor', () => {
  it('stands in no table, log line, event, bundle or inbox', async () => {
    const { token } = owned.visitor.session;
    const tables = await world.sql<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
    );
    for (const { name } of tables) {
      const [row] = await world.sql<{ n: number }>(
        `SELECT count(*)::int AS n FROM "${name}" t WHERE t::text LIKE $1`,
        [`%${token}%`],
      );
      expect(row?.n, name).toBe(0);
    }
    const cookie = await world.signIn('tidewater', 'admin');
    for (const path of [
      '/api/conversations',
      `/api/conversations/${owned.conversation}/bundle`,
      '/metrics',
    ]) {
      expect(await (await world.http('GET', path, { cookie })).text()).not.toContain(token);
    }
    const again = await world.visitor('tidewater', { token });
    expect(again.session.token).toBe(token);
    expect(JSON.stringify(await again.ask(VISITOR_COMMAND.readLog, { after: 0 }))).not.toContain(token);
    again.close();
  });
});

describe('A52: a workspace that the caller names', () => {
  it.each([
    ['PATCH', (site: string) => `/api/sites/${site}`, { automationPaused: true, workspaceId: 'wsp_x' }],
    [
      'POST',
      () => '/api/agents',
      {
        name: 'x',
        email: 'y@example.com',
        role: 'agent',
        password: 'long enough for it',
        workspace_id: 'wsp_x',
      },
    ],
  ] as const)('%s with a workspace in the body is refused', async (method, path, body) => {
    const cookie = await world.signIn('tidewater', 'admin');
    const response = await world.http(method, path(owned.site), { cookie, body });
    expect(response.status).toBe(400);
  });
});

describe('A53: keys are unique within their workspace', () => {
  it('every unique key of a table of workspaces begins with the workspace, except secrets’ hashes and public keys', async () => {
    const keys = await world.sql<{ definition: string }>(
      `SELECT indexdef AS definition FROM pg_indexes WHERE schemaname = 'public' AND indexdef LIKE 'CREATE UNIQUE%'`,
    );
    const global = keys
      .filter(({ definition }) => !/\(workspace_id/.test(definition))
      .map(({ definition }) => definition);
    const allowed = /\((token_hash|ticket_hash|site_key|slug|id|name|"?timestamp"?)\)|migrations/;
    expect(global.filter((definition) => !allowed.test(definition))).toEqual([]);
  });
});

describe('A54: a forgotten WHERE', () => {
  it('still leaks nothing: row-level security is forced on every table, and the application owns none', async () => {
    const tables = await world.sql<{ name: string; forced: boolean; owner: string; hasWorkspace: boolean }>(
      `SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS forced, pg_get_userbyid(c.relowner) AS owner,
         EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'workspace_id') AS "hasWorkspace"
       FROM pg_class c WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace AND c.relname <> 'migrations'`,
    );
    expect(tables.length).toBeGreaterThan(10);
    expect(
      tables.filter((table) => !table.forced || !table.hasWorkspace || table.owner === 'baton_app'),
    ).toEqual([]);
  });

  it('every table read without a workspace condition shows one workspace’s rows only', async () => {
    const source = await openDatabase({ url: world.databaseUrl, poolSize: 2 });
    const unitOfWork = createUnitOfWork(source);
    const tables = await world.sql<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables
       WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> 'migrations'`,
    );
    for (const { name } of tables) {
      const seen = await unitOfWork.inWorkspace(world.workspaces.alpenrad, (tx) =>
        tx.query<{ id: string }>(`SELECT DISTINCT workspace_id AS id FROM "${name}"`),
      );
      expect(
        seen.map(({ id }) => id).filter((id) => id !== world.workspaces.alpenrad),
        name,
      ).toEqual([]);
    }
    const written = unitOfWork.inWorkspace(world.workspaces.alpenrad, (tx) =>
      tx.query('UPDATE conversation SET status = $1 RETURNING id', ['closed']),
    );
    expect(await written).toEqual([]);
    await expect(
      unitOfWork.inWorkspace(world.workspaces.alpenrad, (tx) =>
        tx.query('INSERT INTO visitor (workspace_id, id, site_id) VALUES ($1, $2, $3)', [
          world.workspaces.tidewater,
          'vis_x',
          owned.site,
        ]),
      ),
    ).rejects.toThrow(/row-level security/);
    await source.destroy();
  });

  it('the next borrower of a connection starts without a workspace', async () => {
    const source = await openDatabase({ url: world.databaseUrl, poolSize: 1 });
    await createUnitOfWork(source).inWorkspace(world.workspaces.tidewater, (tx) => tx.query('SELECT 1'));
    const rows: unknown = await source.query('SELECT id FROM visitor');
    expect(rows).toEqual([]);
    await source.destroy();
  });

  it('the application cannot change or delete what the log holds', async () => {
    const source = await openDatabase({ url: world.databaseUrl, poolSize: 1 });
    const unitOfWork = createUnitOfWork(source);
    for (const sql of [
      'UPDATE conversation_event SET data = $1',
      'DELETE FROM conversation_event',
      'TRUNCATE conversation_event',
    ]) {
      await expect(
        unitOfWork.inWorkspace(world.workspaces.tidewater, (tx) =>
          tx.query(sql, sql.includes('$1') ? ['{}'] : []),
        ),
      ).rejects.toThrow(/permission denied/);
    }
    await source.destroy();
  });
});
