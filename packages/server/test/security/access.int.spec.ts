import { RequestMethod } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { hireAgents } from '../nodes/workforce.js';
import { createWorld, type World } from '../world.js';
import { ACCESS_POLICY, CALLERS, type Caller } from './access-policy.js';
import { createOwned, NOT_FOUND, type Owned } from './owned.js';

let world: World;
let owned: Owned;

beforeAll(async () => {
  world = await createWorld(inject('postgresUrl'));
  owned = await createOwned(world);
  supervisor = await signInSupervisor();
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

let supervisor = '';

/** The demo has none: an agent who is made one. */
async function signInSupervisor(): Promise<string> {
  const [hired] = await hireAgents(world, 1);
  if (!hired) throw new Error('nobody was hired');
  await world.sql(`UPDATE agent SET role = 'supervisor' WHERE id = $1`, [hired.id]);
  return hired.cookie;
}

async function cookieOf(caller: Caller): Promise<string | undefined> {
  if (caller === 'nobody') return undefined;
  // A visitor has a token; it opens nothing over HTTP, not even as a cookie.
  if (caller === 'visitor') return `baton-local=${owned.visitor.session.token}`;
  if (caller === 'supervisor') return supervisor;
  return caller === 'foreign-admin' ? world.signIn('alpenrad', 'admin') : world.signIn('tidewater', caller);
}

/** The id of something of the workspace `tidewater`; what a route may remove is made anew for each call. */
async function ownedId(template: string): Promise<string> {
  if (template.includes('sites')) return owned.site;
  if (template.includes('agents')) return owned.agent;
  if (!template.includes('snippets')) return owned.conversation;
  const id = `snp_${Array.from({ length: 26 }, () => Math.floor(Math.random() * 10)).join('')}`;
  await world.sql(
    `INSERT INTO snippet (workspace_id, id, shortcut, title, body, updated_by) VALUES ($1, $2, $3, 'CANARY', 'CANARY', 'x')`,
    [world.workspaces.tidewater, id, id.slice(-20)],
  );
  await world.sql(`DELETE FROM snippet WHERE workspace_id = $1 AND shortcut = 'owned'`, [
    world.workspaces.tidewater,
  ]);
  return id;
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
    const path = template
      .replace(':fileId', owned.file)
      .replace(':id', await ownedId(template))
      .replace(':version', '1')
      .replace(':key', 'sales')
      .replace(':domain', 'acme.example');
    const cookie = await cookieOf(caller);
    const response = await world.http(method, policy.query ? `${path}?${policy.query}` : path, {
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
