import { AGENT_COMMAND, NAMESPACE, SOCKET_PATH, VISITOR_COMMAND } from '@baton/shared-types';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { AgentGateway } from '../../src/realtime/agent.gateway.js';
import { createWorld, SITE_ORIGIN, type World } from '../world.js';
import { JOIN, rawSocket, rawTcp } from './raw-socket.js';

let world: World;
beforeAll(async () => {
  world = await createWorld(inject('postgresUrl'), { LOG_LEVEL: 'silent' });
});
afterAll(() => world?.stop());

async function expectServing(): Promise<void> {
  const visitor = await world.visitor('tidewater');
  const sent = await visitor.ask(VISITOR_COMMAND.sendMessage, {
    clientId: crypto.randomUUID(),
    text: 'still there?',
    kind: 'text',
  });
  expect(sent.ok).toBe(true);
  visitor.close();
}

const upgrade = (extra = '') =>
  [
    `GET ${SOCKET_PATH}/?EIO=4&transport=websocket HTTP/1.1`,
    'Host: localhost',
    `Origin: ${SITE_ORIGIN}`,
    'Upgrade: websocket',
    'Connection: Upgrade',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    ...(extra === '' ? [] : [extra]),
    '',
    '',
  ].join('\r\n');

const WRONG: readonly unknown[] = [
  5,
  null,
  [],
  [[]],
  true,
  { toString: 1 },
  { length: { toString: 1 } },
  { valueOf: {} },
  '\u0000',
];

/** The agent's commands that the gateway answers; the contract may be ahead of it. */
const SERVED = new Set(
  Object.getOwnPropertyNames(AgentGateway.prototype).map((name): unknown => {
    const method: unknown = Reflect.get(AgentGateway.prototype, name);
    return typeof method === 'function' ? Reflect.getMetadata('message', method) : null;
  }),
);

describe('A3: wrong types in every field of every command', () => {
  it.each(Object.values(VISITOR_COMMAND))('%s of a visitor is refused and answers', async (name) => {
    const visitor = await world.visitor('tidewater');
    const right = {
      clientId: 'client-0001',
      text: 'x',
      kind: 'text',
      after: 0,
      on: true,
      page: {},
      locale: 'en',
      timeZone: 'UTC',
    };
    for (const wrong of WRONG) {
      expect((await visitor.ask(name, wrong)).ok).toBe(false);
      for (const key of Object.keys(right)) {
        const reply = await visitor.ask(name, { ...right, [key]: wrong });
        expect(reply).toMatchObject({
          ok: false,
          error: { code: expect.stringMatching(/invalid_input|message_|not_found/) },
        });
      }
    }
    visitor.close();
  });

  it.each(Object.values(AGENT_COMMAND).filter((name) => SERVED.has(name)))(
    '%s of an agent is refused and answers',
    async (name) => {
      const agent = await world.agent('tidewater');
      for (const wrong of WRONG) {
        for (const body of [
          wrong,
          { conversationId: wrong, clientId: wrong, text: wrong, after: wrong, state: wrong },
        ])
          expect(await agent.ask(name, body)).toMatchObject({ ok: false });
      }
      agent.close();
    },
  );
});

describe('A6, A18: below Socket.IO', () => {
  it('A6: 100,000 fragments of one byte without an end close the socket, and memory stays', async () => {
    const { socket, closed } = await rawSocket(world.url);
    const before = process.memoryUsage().rss;
    const inner = (socket as unknown as { _socket: { write(bytes: Buffer): void } })._socket;
    const fragment = (first: boolean) => Buffer.from([first ? 0x01 : 0x00, 0x81, 0, 0, 0, 0, 0x61]);
    inner.write(Buffer.concat(Array.from({ length: 100_000 }, (_, index) => fragment(index === 0))));
    await closed();
    expect(process.memoryUsage().rss - before).toBeLessThan(60_000_000);
    await expectServing();
  });

  it.each([
    ['a reserved bit', [0xc1, 0x81, 0, 0, 0, 0, 0x34]],
    ['an unknown opcode', [0x83, 0x81, 0, 0, 0, 0, 0x34]],
    ['an unmasked frame', [0x81, 0x01, 0x34]],
    ['invalid UTF-8', [0x81, 0x82, 0, 0, 0, 0, 0xc3, 0x28]],
    ['a fragmented ping', [0x09, 0x81, 0, 0, 0, 0, 0x34]],
    ['a close frame of one byte', [0x88, 0x81, 0, 0, 0, 0, 0x34]],
    [
      'a length with its first bit set',
      [0x81, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0],
    ],
  ])('A18: %s closes the connection', async (_, bytes) => {
    const { socket, heard, closed } = await rawTcp(world.url, upgrade());
    await expect.poll(heard).toContain('101 Switching Protocols');
    socket.write(Buffer.from(bytes));
    await closed;
    await expectServing();
  });
});

describe('A7, A8, A9: what Engine.IO could do besides', () => {
  it.each([
    ['A7: version 3', '?EIO=3&transport=websocket'],
    ['A8: long polling', '?EIO=4&transport=polling'],
    ['A9: a session called __proto__', '?EIO=4&transport=websocket&sid=__proto__'],
    ['A9: a session called constructor', '?EIO=4&transport=websocket&sid=constructor'],
    ['A7: an upgrade of a session that is not there', '?EIO=4&transport=websocket&sid=abcdefghijklmnop'],
  ])('%s is refused', async (_, query) => {
    const { heard, closed } = await rawTcp(world.url, upgrade().replace('?EIO=4&transport=websocket', query));
    await closed;
    expect(heard()).toMatch(/HTTP\/1\.1 400/);
  });

  it('A8: 2,000 posts to the polling that is not there leave no session', async () => {
    const gauge = async () =>
      /^baton_sockets\{[^}]*visitor[^}]*\} (\d+)/m.exec(
        await (await fetch(`${world.url}/metrics`)).text(),
      )?.[1];
    const before = await gauge();
    for (let round = 0; round < 20; round += 1)
      await Promise.all(
        Array.from({ length: 100 }, async () => {
          const response = await fetch(`${world.url}${SOCKET_PATH}/?EIO=4&transport=polling`, {
            method: 'POST',
            headers: { origin: SITE_ORIGIN, 'content-type': 'application/octet-stream' },
            body: 'x',
          });
          expect(response.status).toBe(400);
          await response.arrayBuffer();
        }),
      );
    expect(await gauge()).toBe(before);
  });
});

describe('A16, A17: headers and compression', () => {
  it('A16: thousands of headers or a huge one are refused', async () => {
    const many = Array.from({ length: 2_000 }, (_, index) => `x-${index}: y`).join('\r\n');
    const huge = `Sec-WebSocket-Protocol: ${'a,'.repeat(20_000)}a`;
    for (const extra of [many, huge]) {
      const { heard, closed } = await rawTcp(world.url, upgrade(extra));
      await closed;
      expect(heard()).toMatch(/^HTTP\/1\.1 4/);
    }
    await expectServing();
  });

  it('A17: nothing is decompressed: no deflate on the socket, no gzip in a body', async () => {
    const offered = await rawTcp(world.url, upgrade('Sec-WebSocket-Extensions: permessage-deflate'));
    await expect.poll(offered.heard).toContain('101 Switching Protocols');
    expect(offered.heard().toLowerCase()).not.toContain('permessage-deflate');
    offered.socket.destroy();
    const { gzipSync } = await import('node:zlib');
    const bomb = gzipSync(Buffer.alloc(50_000_000, '['));
    const response = await fetch(`${world.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip', 'x-baton-console': '1' },
      body: bomb,
    });
    expect(response.status).toBe(400);
  });
});

describe('A19: namespaces', () => {
  it('unknown ones are refused with an error, a flood of them ends the connection, and none stays', async () => {
    const { socket, frames, closed } = await rawSocket(world.url);
    for (const name of ['/admin', '/', '/visitor/../agent', '/__proto__', `/${'x'.repeat(2_000)}`])
      socket.send(`40${name},{}`);
    await expect.poll(() => frames.filter((frame) => frame.startsWith('44')).length).toBe(5);
    for (let index = 0; index < 2_000; index += 1) socket.send(`40/n${index},{}`);
    await closed();
    await expectServing();
  });

  it('joined twice, one is as good as the other', async () => {
    const { socket, frames } = await rawSocket(world.url);
    socket.send(JOIN);
    socket.send(`42${NAMESPACE.visitor},5["nothing"]`);
    await expectServing();
    expect(frames.join()).not.toContain('unexpected');
    socket.terminate();
  });
});
