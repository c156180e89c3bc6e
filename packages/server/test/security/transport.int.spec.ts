import { NAMESPACE, PROTOCOL_VERSION, SOCKET_PATH, VISITOR_COMMAND } from '@baton/shared-types';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import WebSocket from 'ws';
import { createWorld, SITE_ORIGIN, type World } from '../world.js';

let world: World;
beforeAll(async () => {
  world = await createWorld(inject('postgresUrl'));
});
afterAll(() => world.stop());

const AUTH = { protocol: PROTOCOL_VERSION, siteKey: 'demo-tidewater', token: null };

interface RawSocket {
  readonly frames: string[];
  send(frame: string | Buffer): void;
  /** Resolves when the server has closed the connection; rejects after `ms`. */
  closed(ms?: number): Promise<void>;
  end(): void;
}

/** A bare WebSocket that speaks Engine.IO by hand, like an attacker would. */
async function raw(
  connect: string | null = `40${NAMESPACE.visitor},${JSON.stringify(AUTH)}`,
): Promise<RawSocket> {
  const address = `${world.url.replace('http', 'ws')}${SOCKET_PATH}/?EIO=4&transport=websocket`;
  const socket = new WebSocket(address, { origin: SITE_ORIGIN });
  const frames: string[] = [];
  const gone = new Promise<void>((resolve) => socket.on('close', () => resolve()));
  socket.on('error', () => undefined);
  socket.on('message', (data) => frames.push(String(data)));
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  if (connect !== null) {
    socket.send(connect);
    await expect.poll(() => frames.some((frame) => frame.startsWith('40'))).toBe(true);
  }
  return {
    frames,
    send: (frame) => socket.send(frame),
    closed: (ms = 5_000) =>
      Promise.race([
        gone,
        new Promise<void>((_, reject) => setTimeout(() => reject(new Error('still open')), ms)),
      ]),
    end: () => socket.terminate(),
  };
}

const event = (body: string) => `42${NAMESPACE.visitor},1["${VISITOR_COMMAND.sendMessage}",${body}]`;
const nested = (depth: number, open = '[', close = ']') => open.repeat(depth) + close.repeat(depth);

async function expectServing(): Promise<void> {
  expect(await (await fetch(`${world.url}/health/live`)).json()).toEqual({ status: 'ok' });
  const before = await countVisitorMessages();
  const visitor = await world.visitor('tidewater');
  const text = 'brackets in a text are just text: [[[[[[[[[[[[[[[[[[[[[[[[ {{{{{{{{{{{{{{{{{{{{{ "\\';
  const sent = await visitor.ask(VISITOR_COMMAND.sendMessage, {
    clientId: crypto.randomUUID(),
    text,
    kind: 'text',
  });
  expect(sent.ok).toBe(true);
  expect(await countVisitorMessages()).toBeGreaterThan(before);
  visitor.close();
}

/** Messages of visitors that were stored. (What the assistant still has to say to an earlier one does not count.) */
async function countVisitorMessages(): Promise<number> {
  const [row] = await world.sql<{ n: number }>(
    `SELECT count(*)::int AS n FROM conversation_event WHERE sender LIKE 'vis%'`,
  );
  return row?.n ?? 0;
}

describe('A1: frames nested thousands deep', () => {
  it.each([
    ['10 KB, 5,000 lists deep, as an event', () => event(nested(5_000))],
    ['1,500 objects deep, as an event', () => event(`${'{"a":'.repeat(1_500)}1${'}'.repeat(1_500)}`)],
    ['100,000 lists deep', () => event(nested(100_000))],
    ['5,000 deep as the answer to an acknowledgement', () => `43${NAMESPACE.visitor},1${nested(5_000)}`],
  ])('%s closes that socket and nothing else', async (_, frame) => {
    const before = await countVisitorMessages();
    const socket = await raw();
    const heard = socket.frames.length;
    socket.send(frame());
    await socket.closed();
    expect(socket.frames.slice(heard).join('')).not.toContain('[[[');
    expect(await countVisitorMessages()).toBe(before);
    await expectServing();
  });

  it('5,000 deep in the handshake closes that socket and nothing else', async () => {
    const socket = await raw(null);
    socket.send(`40${NAMESPACE.visitor},{"protocol":1,"siteKey":${nested(5_000)}}`);
    await socket.closed();
    await expectServing();
  });
});

describe('A2: events that want an acknowledgement without naming one, and odd last arguments', () => {
  it.each([
    [
      'no acknowledgement id',
      `42${NAMESPACE.visitor},["${VISITOR_COMMAND.sendMessage}",{"clientId":"c-12345678","text":"x","kind":"text"}]`,
    ],
    [
      'an object where text is due',
      event('{"clientId":"c-12345678","text":{"toString":1,"length":{"toString":1}},"kind":"text"}'),
    ],
    ['nothing at all', `42${NAMESPACE.visitor},["${VISITOR_COMMAND.sendMessage}"]`],
    ['a list of objects', `42${NAMESPACE.visitor},2["${VISITOR_COMMAND.sendMessage}",{},{},{}]`],
    ['no session opened yet', event('{"clientId":"c-12345678","text":"hello","kind":"text"}')],
  ])('%s is refused and harms nobody', async (_, frame) => {
    const before = await countVisitorMessages();
    const socket = await raw();
    socket.send(frame);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(
      socket.frames.filter((each) => each.startsWith(`43${NAMESPACE.visitor}`) && each.includes('"ok":true')),
    ).toEqual([]);
    expect(await countVisitorMessages()).toBe(before);
    socket.end();
    await expectServing();
  });
});

describe('A4, A5: attachments announced for binary frames', () => {
  it.each(['450-[]', '451000000000-["message.send",{"_placeholder":true,"num":0}]'])(
    '%s closes the socket',
    async (frame) => {
      const socket = await raw();
      socket.send(frame.replace('-', `-${NAMESPACE.visitor},`));
      socket.send(Buffer.from('binary'));
      await socket.closed();
      await expectServing();
    },
  );
});

describe('A10: frames larger than 16 KB', () => {
  it.each([
    ['16 KB and one byte', 16_385],
    ['1 MB', 1_000_000],
  ])('%s closes the socket and writes nothing', async (_, bytes) => {
    const before = await countVisitorMessages();
    const socket = await raw();
    const frame = event(`{"clientId":"c-12345678","text":"${'x'.repeat(bytes)}","kind":"text"}`);
    socket.send(frame.slice(0, Math.max(frame.length, bytes)));
    await socket.closed();
    expect(await countVisitorMessages()).toBe(before);
    await expectServing();
  });

  it('a message of 4,001 characters is refused with a sentence, one of 4,000 is taken', async () => {
    const visitor = await world.visitor('tidewater');
    const send = (length: number) =>
      visitor.ask(VISITOR_COMMAND.sendMessage, {
        clientId: crypto.randomUUID(),
        text: 'x'.repeat(length),
        kind: 'text',
      });
    expect(await send(4_001)).toMatchObject({ ok: false, error: { code: 'message_too_long' } });
    expect((await send(4_000)).ok).toBe(true);
  });
});

describe('A20: reserved and odd event names', () => {
  it.each(['disconnect', 'connect', 'error', 'newListener', '__proto__', 'constructor', 'ü'.repeat(20)])(
    '%s is ignored',
    async (name) => {
      const socket = await raw();
      socket.send(`42${NAMESPACE.visitor},9${JSON.stringify([name, {}])}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
      socket.end();
      await expectServing();
    },
  );
});

describe('A12: more messages than anybody types', () => {
  it('are refused for now, with a code that the client answers by waiting; other visitors go on', async () => {
    const limited = await createWorld(inject('postgresUrl'), {
      VISITOR_MESSAGE_BURST: '5',
      VISITOR_MESSAGES_PER_MINUTE: '1',
    });
    try {
      const flood = await limited.visitor('tidewater');
      const send = (visitor: typeof flood) =>
        visitor.ask(VISITOR_COMMAND.sendMessage, {
          clientId: crypto.randomUUID(),
          text: 'again',
          kind: 'text',
        });
      const answers = [];
      for (let i = 0; i < 8; i += 1) answers.push(await send(flood));
      expect(answers.filter((answer) => answer.ok)).toHaveLength(5);
      expect(answers.at(-1)).toMatchObject({ ok: false, error: { code: 'too_many_requests' } });
      expect((await send(await limited.visitor('tidewater'))).ok).toBe(true);
    } finally {
      await limited.stop();
    }
  });
});
