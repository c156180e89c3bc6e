import {
  type ConnectTransport,
  createVisitorClient,
  fallbackTransport,
  httpTransport,
  socketTransport,
  type VisitorClient,
} from '@baton/client';
import { AGENT_COMMAND, HTTP_PATH, LIMITS, NAMESPACE, NOTICE, PROTOCOL_VERSION } from '@baton/shared-types';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { isExtraction, modelEnvironment, NO_FACTS } from '../chat.js';
import { type ModelEndpoint, startModelEndpoint } from '../model-endpoint.js';
import { type Balancer, startRoundRobin } from '../nodes/round-robin.js';
import { createWorld, SITE_ORIGIN, type World } from '../world.js';
import { nodeEnvironment } from './node-environment.js';

let world: World;
let endpoint: ModelEndpoint;
let balancer: Balancer;
const clients = new Set<VisitorClient>();

beforeAll(async () => {
  endpoint = await startModelEndpoint();
  world = await createWorld(inject('postgresUrl'), {
    ...modelEnvironment(endpoint.url),
    MODEL_FIRST_TOKEN_MS: '8000',
    MODEL_IDLE_MS: '8000',
    MODEL_TOTAL_MS: '20000',
    LOG_LEVEL: 'silent',
  });
  balancer = await startRoundRobin([world.url, (await world.addNode()).url]);
  endpoint.behave((body) =>
    isExtraction(body)
      ? { name: 'speak', pieces: [NO_FACTS] }
      : {
          name: 'speak',
          pieces: ['Lovely to meet you. ', 'Happy to help. ', 'Ask me anything. '],
          gapMs: 250,
        },
  );
});
afterEach(() => {
  for (const client of clients) client.destroy();
  clients.clear();
});
afterAll(async () => {
  await balancer?.stop();
  await world?.stop();
  await endpoint?.stop();
});

const ways: Record<string, (url: string) => ConnectTransport> = {
  'a socket': (url) => socketTransport(url, NAMESPACE.visitor, { origin: SITE_ORIGIN }),
  HTTP: (url) => httpTransport(url, { origin: SITE_ORIGIN }),
  'HTTP because the socket is blocked': (url) =>
    fallbackTransport(
      // What a proxy does that lets no upgrade through.
      socketTransport(url.replace(/:\d+/, ':9'), NAMESPACE.visitor, { origin: SITE_ORIGIN }),
      httpTransport(url, { origin: SITE_ORIGIN }),
    ),
};

describe.each(Object.entries(ways))('a visitor over %s, behind a balancer', (_, way) => {
  function visit(environment = nodeEnvironment(), siteKey = 'demo-tidewater'): VisitorClient {
    const client = createVisitorClient({ serverUrl: balancer.url, siteKey, environment }, way(balancer.url));
    clients.add(client);
    client.connect();
    return client;
  }
  const texts = (client: VisitorClient) => client.view.value?.messages.map(({ text }) => text) ?? [];
  const PATIENCE = { timeout: 15_000 };

  it('holds a conversation: acknowledged, answered while it streams, and with a person', async () => {
    const client = visit();
    const streamed = new Set<string>();
    client.streaming.subscribe((streaming) => streaming?.text && streamed.add(streaming.text));
    const accepted = await client.send('Hello');
    expect(accepted.seq).toBe(2);
    await expect.poll(() => texts(client).join('|'), PATIENCE).toMatch(/^Hello\|Lovely to meet you\. Happy/);
    expect([...streamed].some((text) => text.startsWith('Lovely to meet you.'))).toBe(true);

    const agent = await world.agent('tidewater');
    const { conversationId } = accepted;
    await agent.ask(AGENT_COMMAND.openConversation, { conversationId });
    client.setTyping(true);
    await agent.notice(NOTICE.typingChanged, ({ who, on }) => who === 'visitor' && on);
    await agent.ask(AGENT_COMMAND.takeOver, { conversationId, clientId: crypto.randomUUID() });
    await agent.ask(AGENT_COMMAND.sendMessage, {
      conversationId,
      clientId: crypto.randomUUID(),
      text: 'A person here.',
    });
    await expect.poll(() => texts(client).at(-1), PATIENCE).toBe('A person here.');
    expect(client.view.value?.owner.kind).toBe('agent');
    await client.closeConversation();
    await expect.poll(() => client.view.value?.status, PATIENCE).toBe('closed');
    const next = await client.send('One more thing');
    expect(next.conversationId).not.toBe(conversationId);
  });

  it('resumes after any absence with what was said meanwhile, as the same visitor', async () => {
    const environment = nodeEnvironment();
    const first = visit(environment);
    const { conversationId } = await first.send('Before I go');
    first.destroy();
    const agent = await world.agent('tidewater');
    await agent.ask(AGENT_COMMAND.takeOver, { conversationId, clientId: crypto.randomUUID() });
    await agent.ask(AGENT_COMMAND.sendMessage, {
      conversationId,
      clientId: crypto.randomUUID(),
      text: 'Still here?',
    });
    const second = visit(environment);
    await expect.poll(() => texts(second), PATIENCE).toContain('Still here?');
    expect(second.session.value?.visitorId).toBe(first.session.value?.visitorId);
    expect(texts(second)[0]).toBe('Before I go');
    const again = await second.send('Yes');
    expect(again.conversationId).toBe(conversationId);
  });

  it('A26: is refused for good with a site key of somebody else’s origin', async () => {
    const foreign = visit(nodeEnvironment(), 'unknown-site-key');
    await expect.poll(() => foreign.connection.value.kind, PATIENCE).toBe('stopped');
    const state = foreign.connection.value;
    expect(state.kind === 'stopped' && state.error.code).toBe('site_refused');
  });
});

describe('the HTTP fallback as a stranger meets it', () => {
  const handshake = { protocol: PROTOCOL_VERSION, siteKey: 'demo-tidewater', token: null as string | null };
  const page = { url: SITE_ORIGIN, title: '', referrer: '' };
  const context = { page, locale: 'en', timeZone: 'UTC' };

  async function post(path: string, body: unknown, headers: Record<string, string> = {}) {
    const response = await fetch(`${world.url}${path}`, {
      method: 'POST',
      headers: { origin: SITE_ORIGIN, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { response, text: await response.text() };
  }
  const command = (name: string, payload: unknown, shake: object = handshake) =>
    post(HTTP_PATH.command, { handshake: shake, context, name, payload });
  const count = async () => (await world.sql<{ n: number }>('SELECT count(*)::int AS n FROM visitor'))[0]?.n;

  it.each([
    'https://evil.example',
    'null',
    'https://www.customer.example.evil.com',
    'https://www.customer.example:444',
    'http://www.customer.example',
    'HTTPS://www.customer.example',
    '',
  ])('A25: from %j nothing is written, and the page may not read the answer', async (origin) => {
    const before = await count();
    const { response, text } = await post(
      HTTP_PATH.command,
      { handshake, context, name: 'session.open', payload: context },
      { origin },
    );
    expect(response.status).toBe(403);
    expect(JSON.parse(text)).toMatchObject({ ok: false, error: { code: 'site_refused' } });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(await count()).toBe(before);
  });

  it('A26: the console’s own origin is known and still no site', async () => {
    const { response, text } = await post(
      HTTP_PATH.events,
      { handshake, conversationId: null, after: null },
      { origin: 'http://localhost:4000' },
    );
    expect(response.status).toBe(403);
    expect(text).toContain('site_refused');
  });

  it('the right page may read its answer, and nothing may keep it', async () => {
    const { response } = await command('session.open', context);
    expect(response.status).toBe(200);
    expect(response.headers.get('access-control-allow-origin')).toBe(SITE_ORIGIN);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it.each([
    ['an unknown token', { ...handshake, token: 'x'.repeat(43) }, 'session_invalid'],
    ['no token', handshake, 'session_invalid'],
    ['another protocol', { ...handshake, protocol: 2 }, 'protocol_unsupported'],
    ['no handshake', {}, 'protocol_unsupported'],
  ])('with %s nothing is sent', async (_, shake, code) => {
    const payload = { clientId: 'client-0001', text: 'hi', kind: 'text' };
    const { text } = await command('message.send', payload, shake);
    expect(JSON.parse(text)).toMatchObject({ ok: false, error: { code } });
  });

  it.each([
    ['A1: 5,000 lists deep', '['.repeat(5_000) + ']'.repeat(5_000)],
    ['A1: 100,000 deep in the payload', `{"payload":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    ['A10: too large', JSON.stringify({ handshake, text: 'x'.repeat(LIMITS.requestBytes) })],
    [
      'A23: 10,000 keys',
      JSON.stringify(Object.fromEntries(Array.from({ length: 3_000 }, (_, i) => [`k${i}`, 1]))),
    ],
    [
      'A57: a poisoned prototype',
      '{"__proto__":{"handshake":1},"handshake":{},"context":null,"name":"log.read"}',
    ],
    ['A3: a number', '5'],
    ['A3: nothing', ''],
    ['A20: an odd command', JSON.stringify({ handshake, context, name: 'constructor', payload: {} })],
  ])('%s is refused and nothing of it comes back', async (_, body) => {
    const { response, text } = await post(HTTP_PATH.command, body);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    expect(text).toContain('invalid_input');
    expect(text).not.toMatch(/\[\[|k99|xxx|constructor/);
  });

  it('A48: text/plain is JSON for the fallback alone', async () => {
    const { response } = await post(
      '/api/session',
      { email: 'a@example.com', password: 'x' },
      {
        'x-baton-console': '1',
        origin: 'http://localhost:4000',
        'content-type': 'text/plain',
      },
    );
    expect(response.status).toBe(400);
  });

  it('A21: a form or an upload is no request of ours', async () => {
    for (const type of ['multipart/form-data; boundary=x', 'application/x-www-form-urlencoded']) {
      const { response } = await post(HTTP_PATH.command, '--x\r\nname=""\r\n', { 'content-type': type });
      expect(response.status).toBe(400);
    }
  });

  it('F25: whoever is beyond the end of the log is told where it ends', async () => {
    const opened = JSON.parse((await command('session.open', context)).text);
    const shake = { ...handshake, token: opened.value.token };
    const payload = { clientId: 'client-0001', text: 'hi', kind: 'text' };
    const { conversationId } = JSON.parse((await command('message.send', payload, shake)).text).value;
    const { text } = await post(HTTP_PATH.events, { handshake: shake, conversationId, after: 5_000 });
    const [notice] = JSON.parse(text).value.notices;
    expect(notice).toMatchObject({ name: NOTICE.logHead, payload: { conversationId } });
    const read = JSON.parse((await command('log.read', { after: 5_000 }, shake)).text);
    expect(read.value).toEqual({ batch: null, reset: true });
  });

  it('A13: a visitor has five questions open and no more', async () => {
    const opened = JSON.parse((await command('session.open', context)).text);
    const shake = { ...handshake, token: opened.value.token };
    const ask = () => post(HTTP_PATH.events, { handshake: shake, conversationId: null, after: 0 });
    const answers = await Promise.all(Array.from({ length: 8 }, ask));
    expect(answers.filter(({ response }) => response.status === 429)).toHaveLength(3);
    expect(answers.filter(({ response }) => response.status === 200)).toHaveLength(5);
  });
});
