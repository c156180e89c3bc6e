import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import WebSocket from 'ws';
import { createWorld, SITE_ORIGIN, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await createWorld(inject('postgresUrl'));
});
afterAll(() => world.stop());

const address = () => `${world.url.replace('http', 'ws')}/v1/socket/?EIO=4&transport=websocket`;

/** A client that knows docs/protocol.md and nothing of ours: the frames are written out. */
async function openFrames() {
  const socket = new WebSocket(address(), { origin: SITE_ORIGIN });
  const frames: string[] = [];
  socket.on('message', (data) => frames.push(String(data)));
  const frame = async (start: string): Promise<unknown> => {
    const find = () => frames.find((text) => text.startsWith(start));
    await expect.poll(find, { timeout: 5_000 }).toBeDefined();
    return JSON.parse(find()?.slice(start.length) ?? 'null');
  };
  return { frame, frames, send: (text: string) => socket.send(text), end: () => socket.terminate() };
}

it('a client of bare frames opens a session, sends once, reads the log and hears the assistant', async () => {
  const { frame, frames, send, end } = await openFrames();
  expect(await frame('0')).toMatchObject({ pingInterval: 6_000, pingTimeout: 3_500 });

  send('40/visitor,{"protocol":1,"siteKey":"demo-tidewater","token":"unknown-token-of-long-ago"}');
  await frame('40/visitor,');

  send(
    '42/visitor,1["session.open",{"page":{"url":"","title":"","referrer":""},"locale":"en","timeZone":"UTC"}]',
  );
  expect(await frame('43/visitor,1')).toMatchObject([{ ok: true, value: { conversation: null } }]);

  send('42/visitor,2["log.read",{"after":0}]');
  expect(await frame('43/visitor,2')).toMatchObject([{ ok: false, error: { code: 'not_found' } }]);

  const message =
    '["message.send",{"clientId":"raw-client-1","text":"Do you offer shift planning?","kind":"text"}]';
  send(`42/visitor,3${message}`);
  const [sent] = (await frame('43/visitor,3')) as [{ ok: true; value: { seq: number } }];
  expect(sent).toMatchObject({ ok: true, value: { seq: 2 } });
  send(`42/visitor,4${message}`);
  expect(await frame('43/visitor,4')).toEqual([sent]);

  const answered = () => frames.some((text) => text.includes('"actor":{"kind":"assistant"}'));
  await expect.poll(answered, { timeout: 10_000 }).toBe(true);
  send('42/visitor,5["log.read",{"after":0}]');
  const [read] = (await frame('43/visitor,5')) as [
    { value: { batch: { from: number; to: number; events: { seq: number; type: string }[] } } },
  ];
  const { from, to, events } = read.value.batch;
  expect(from).toBe(0);
  expect(events.slice(0, 2).map(({ seq, type }) => [seq, type])).toEqual([
    [1, 'conversation.started'],
    [2, 'message.sent'],
  ]);
  // Internal events in between take a seq that a visitor never sees; the range says that nothing is missing.
  expect(to).toBeGreaterThanOrEqual(events.at(-1)?.seq ?? Number.POSITIVE_INFINITY);

  send('42/visitor,6["log.read",{"after":9999}]');
  expect(await frame('43/visitor,6')).toEqual([{ ok: true, value: { batch: null, reset: true } }]);
  end();
});

it('a refusal of the handshake says why, in the form that the document names', async () => {
  const { frame, send, end } = await openFrames();
  await frame('0');
  send('40/visitor,{"protocol":1,"siteKey":"no-such-site","token":null}');
  expect(await frame('44/visitor,')).toMatchObject({
    message: 'site_refused',
    data: { code: 'site_refused' },
  });
  end();
});

it('a foreign origin is refused at the upgrade, before any frame', async () => {
  const status = await new Promise((resolve) => {
    const socket = new WebSocket(address(), { origin: 'https://evil.example' });
    socket.on('error', () => undefined);
    socket.on('unexpected-response', (_, response) => resolve(response.statusCode));
    socket.on('open', () => resolve('open'));
  });
  expect(status).toBe(400);
});
