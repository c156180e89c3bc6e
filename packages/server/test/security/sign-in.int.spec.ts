import { NAMESPACE, PROTOCOL_VERSION } from '@baton/shared-types';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { AgentSessions } from '../../src/identity/index.js';
import { CONSOLE_ORIGIN, connect, createWorld, type Slug, type World } from '../world.js';

const RIGHT = 'the right long password';

let world: World;
let sessions: AgentSessions;
beforeAll(async () => {
  world = await createWorld(inject('postgresUrl'));
  sessions = world.server.app.get(AgentSessions, { strict: false });
});
afterAll(() => world?.stop());

let people = 0;
async function hire(slug: Slug, change: { readonly email?: string; readonly password?: string } = {}) {
  people += 1;
  const { email = `person${people}@example.com`, password = RIGHT } = change;
  const name = `Person ${people}`;
  const id = await sessions.addAgent(world.workspaces[slug], { name, email, role: 'agent', password });
  return { id, email };
}
const enter = (email: unknown, password: unknown) =>
  world.http('POST', '/api/session', { body: { email, password } });
const countSessions = async () =>
  (await world.sql<{ n: number }>('SELECT count(*)::int AS n FROM agent_session'))[0]?.n;
const auditOf = async (agentId: string) =>
  (
    await world.sql<{ action: string }>(
      `SELECT entry->>'action' AS action FROM audit_entry WHERE entry->>'actor' = $1 ORDER BY seq`,
      [agentId],
    )
  ).map(({ action }) => action);

describe('A43: an account that somebody made before its owner came', () => {
  it('opens its maker’s workspace at most: the owner’s never', async () => {
    const email = 'victim@example.com';
    await hire('alpenrad', { email, password: 'chosen by the attacker' });
    const { id } = await hire('tidewater', { email });
    const response = await enter(email, 'chosen by the attacker');
    const { agent } = (await response.json()) as { agent: { id: string; workspaceName: string } };
    expect(agent.id).not.toBe(id);
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const own = await world.sql<{ n: number }>(
      'SELECT count(*)::int AS n FROM agent_session WHERE agent_id = $1',
      [id],
    );
    expect(own[0]?.n).toBe(0);
    const inbox = await (await world.http('GET', '/api/session', { cookie })).json();
    expect(inbox).toMatchObject({ agent: { id: agent.id } });
  });
});

describe('A44: guessing', () => {
  it('of a password ends after five tries, however many come at once, and then also for the right one', async () => {
    const { email } = await hire('tidewater');
    const statuses = await Promise.all(
      Array.from({ length: 20 }, (_, n) => enter(email, `wrong number ${n}`).then(({ status }) => status)),
    );
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(15);
    expect((await enter(email, RIGHT)).status).toBe(429);
    // Nobody else is locked out by it.
    const { email: other } = await hire('tidewater');
    expect((await enter(other, RIGHT)).status).toBe(200);
  });

  it('a link lets one in, however many use it at once, and nobody afterwards', async () => {
    const { id } = await hire('tidewater');
    const token = await sessions.createLink(world.workspaces.tidewater, id);
    const use = () => world.http('POST', '/api/session/link', { body: { token } });
    const statuses = (await Promise.all(Array.from({ length: 10 }, use))).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect((await use()).status).toBe(401);
  });
});

describe('A45: a wrong password, link, cookie or ticket', () => {
  it('is refused on every way in, and begins no session', async () => {
    const { email, id } = await hire('tidewater');
    const before = await countSessions();
    for (const password of ['', 'wrong', `${RIGHT} `, RIGHT.toUpperCase(), ['x'], { $ne: '' }, null, true])
      expect([400, 401]).toContain((await enter(email, password)).status);
    expect((await enter('nobody@example.com', RIGHT)).status).toBe(401);
    const link = await world.http('POST', '/api/session/link', { body: { token: 'x'.repeat(43) } });
    expect(link.status).toBe(401);
    for (const cookie of ['baton=x', `baton=${'x'.repeat(43)}`, `baton-local=${id}`])
      expect((await world.http('GET', '/api/session', { cookie })).status).toBe(401);
    await expect(
      connect(world.url, NAMESPACE.agent, CONSOLE_ORIGIN, {
        protocol: PROTOCOL_VERSION,
        ticket: 'x'.repeat(43),
      }),
    ).rejects.toThrow('session_invalid');
    expect(await countSessions()).toBe(before);
    expect(await auditOf(id)).toEqual([]);
  });

  it('stands in the audit trail of whose account it was, once for each try, and nowhere for nobody', async () => {
    const { email, id } = await hire('alpenrad');
    for (const n of [1, 2]) expect((await enter(email, `wrong ${n}`)).status).toBe(401);
    expect((await enter('nobody-at-all@example.com', RIGHT)).status).toBe(401);
    const token = await sessions.createLink(world.workspaces.alpenrad, id);
    const statuses = [];
    for (const _ of [1, 2])
      statuses.push((await world.http('POST', '/api/session/link', { body: { token } })).status);
    expect(statuses).toEqual([200, 401]);
    const refused = async () =>
      (
        await world.sql<{ line: string }>(
          `SELECT concat_ws(' ', entry->>'actor', entry->>'object', entry->>'reason') AS line FROM audit_entry
           WHERE workspace_id = $1 AND entry->>'action' = 'session.refuse' ORDER BY seq`,
          [world.workspaces.alpenrad],
        )
      ).map(({ line }) => line);
    // The answer does not wait for the line.
    const wrong = `system ${id} wrong password`;
    await expect.poll(refused).toEqual([wrong, wrong, 'system sign_in_link used or expired']);
  });
});

describe('I18: signing in and out, and taking data out', () => {
  it('leave one line each in the audit trail', async () => {
    const { email, id } = await hire('tidewater');
    await world.sql(`UPDATE agent SET role = 'supervisor' WHERE id = $1`, [id]);
    const response = await enter(email, RIGHT);
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const period = 'from=2026-01-01&to=2026-01-02';
    expect((await world.http('GET', `/api/reports/conversations.csv?${period}`, { cookie })).status).toBe(
      200,
    );
    expect((await world.http('GET', '/api/search?q=shift', { cookie })).status).toBe(200);
    expect((await world.http('DELETE', '/api/session', { cookie })).status).toBe(204);
    expect(await auditOf(id)).toEqual([
      'session.begin',
      'report.export',
      'conversation.search',
      'session.end',
    ]);
  });
});
