import { type AgentId, NAMESPACE, PROTOCOL_VERSION, VISITOR_COMMAND } from '@baton/shared-types';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { Sites } from '../../src/identity/index.js';
import { CONSOLE_ORIGIN, connect, createWorld, SITE_ORIGIN, type World } from '../world.js';

let world: World;
beforeAll(async () => {
  world = await createWorld(inject('postgresUrl'));
});
afterAll(() => world.stop());

const auth = (siteKey: string, extra: object = {}) => ({
  protocol: PROTOCOL_VERSION,
  siteKey,
  token: null,
  ...extra,
});
const countVisitors = async () =>
  (await world.sql<{ n: number }>('SELECT count(*)::int AS n FROM visitor'))[0]?.n;

describe('A25: sockets from origins that are not on the list', () => {
  const hostile: readonly (string | null)[] = [
    'https://evil.example',
    'https://www.customer.example.evil.com',
    'https://evilwww.customer.example',
    'http://www.customer.example',
    'https://www.customer.example:8443',
    'https://WWW.customer.example',
    'https://www.customer.example/',
    'https://www.customer.example%00.evil.com',
    'https://customer.example',
    'null',
    null,
  ];

  it.each(hostile.map((origin) => [String(origin), origin] as const))(
    '%s is refused before any frame',
    async (_, origin) => {
      const before = await countVisitors();
      await expect(connect(world.url, NAMESPACE.visitor, origin, auth('demo-tidewater'))).rejects.toThrow();
      expect(await countVisitors()).toBe(before);
    },
  );

  it('the origin on the list is served', async () => {
    const visitor = await world.visitor('tidewater', { origin: SITE_ORIGIN });
    expect(visitor.session.visitorId).toMatch(/^vis_/);
  });

  it('long polling is not offered to anybody', async () => {
    const response = await fetch(`${world.url}/v1/socket/?EIO=4&transport=polling`, {
      headers: { origin: SITE_ORIGIN },
    });
    expect(response.status).toBe(400);
  });
});

describe('A26: a site key used on another workspace’s origin', () => {
  it('is refused before anything is written', async () => {
    const admin = world.server.app.get(Sites);
    const [site] = await admin.list(world.workspaces.alpenrad);
    if (!site) throw new Error('no site');
    const by = {
      workspaceId: world.workspaces.alpenrad,
      id: `agt_${'0'.repeat(26)}` as AgentId,
      name: 'Admin',
      email: 'admin@alpenrad.example',
      role: 'admin' as const,
      sessionHash: '',
    };
    await admin.change(by, site.id, { origins: ['https://www.alpenrad.example'] });
    const before = await countVisitors();
    await expect(connect(world.url, NAMESPACE.visitor, SITE_ORIGIN, auth('demo-alpenrad'))).rejects.toThrow(
      'site_refused',
    );
    await expect(
      connect(world.url, NAMESPACE.visitor, 'https://www.alpenrad.example', auth('demo-tidewater')),
    ).rejects.toThrow('site_refused');
    expect(await countVisitors()).toBe(before);
  });

  it('a wrong site key gets the same answer as a wrong origin', async () => {
    await expect(
      connect(world.url, NAMESPACE.visitor, SITE_ORIGIN, auth('demo-nobody-here')),
    ).rejects.toThrow('site_refused');
  });
});

describe('A27: the agents’ socket opened from another page, with the cookie alone', () => {
  it('a foreign origin is refused even with a fresh ticket, and without a ticket nobody is let in', async () => {
    const cookie = await world.signIn('tidewater', 'agent');
    const ticketOf = async () =>
      ((await (await world.http('POST', '/api/socket-ticket', { cookie })).json()) as { ticket: string })
        .ticket;
    const ticket = await ticketOf();
    await expect(
      connect(world.url, NAMESPACE.agent, SITE_ORIGIN, { protocol: PROTOCOL_VERSION, ticket }),
    ).rejects.toThrow('not_found');
    await expect(
      connect(world.url, NAMESPACE.agent, CONSOLE_ORIGIN, { protocol: PROTOCOL_VERSION }),
    ).rejects.toThrow('invalid_input');
    const once = await ticketOf();
    const agent = await connect(world.url, NAMESPACE.agent, CONSOLE_ORIGIN, {
      protocol: PROTOCOL_VERSION,
      ticket: once,
    });
    agent.close();
    await expect(
      connect(world.url, NAMESPACE.agent, CONSOLE_ORIGIN, { protocol: PROTOCOL_VERSION, ticket: once }),
    ).rejects.toThrow('session_invalid');
  });
});

describe('A29: ids that the client chooses', () => {
  it('a visitor or conversation id in the handshake is refused; an unknown token makes a fresh visitor', async () => {
    const [seen] = await world.sql<{ id: string }>('SELECT id FROM visitor LIMIT 1');
    await expect(
      connect(world.url, NAMESPACE.visitor, SITE_ORIGIN, auth('demo-tidewater', { visitorId: seen?.id })),
    ).rejects.toThrow('invalid_input');
    const guessed = 'A'.repeat(43);
    const visitor = await world.visitor('tidewater', { token: guessed });
    expect(visitor.session.token).not.toBe(guessed);
    expect(visitor.session.conversation).toBeNull();
  });

  it('a token of one site proves nobody on another', async () => {
    const visitor = await world.visitor('tidewater');
    await visitor.ask(VISITOR_COMMAND.sendMessage, {
      clientId: crypto.randomUUID(),
      text: 'hello',
      kind: 'text',
    });
    const elsewhere = await world.visitor('alpenrad', {
      token: visitor.session.token,
      origin: 'https://www.alpenrad.example',
    });
    expect(elsewhere.session.visitorId).not.toBe(visitor.session.visitorId);
    expect(elsewhere.session.conversation).toBeNull();
  });

  it('another protocol version is told so', async () => {
    await expect(
      connect(world.url, NAMESPACE.visitor, SITE_ORIGIN, { ...auth('demo-tidewater'), protocol: 2 }),
    ).rejects.toThrow('protocol_unsupported');
  });
});
