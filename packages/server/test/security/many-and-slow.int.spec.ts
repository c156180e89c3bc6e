import { NAMESPACE, NOTICE, VISITOR_COMMAND } from '@baton/shared-types';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { FanOut } from '../../src/realtime/fan-out.service.js';
import { createWorld, SITE_ORIGIN, type World } from '../world.js';
import { rawSocket, rawTcp } from './raw-socket.js';

const send = (visitor: Awaited<ReturnType<World['visitor']>>, text = 'again') =>
  visitor.ask(VISITOR_COMMAND.sendMessage, { clientId: crypto.randomUUID(), text, kind: 'text' });

describe('A11: a client that never reads', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld(inject('postgresUrl'), { LOG_LEVEL: 'silent' });
  });
  afterAll(() => world?.stop());

  it('with 200 MB due it is let go at the cap, whatever pongs it sends; the others hear everything', async () => {
    const deaf = await rawSocket(world.url);
    const listener = await world.visitor('tidewater');
    const stream = (deaf.socket as unknown as { _socket: { pause(): void; destroyed: boolean } })._socket;
    stream.pause();
    const pongs = setInterval(
      () => deaf.socket.readyState === deaf.socket.OPEN && deaf.socket.send('3'),
      200,
    );
    const namespace = world.server.app.get(FanOut, { strict: false }).namespace(NAMESPACE.visitor);
    const sockets = () => namespace?.sockets.size ?? 0;
    expect(sockets()).toBe(2);
    global.gc?.();
    const before = process.memoryUsage().rss;
    let peak = 0;
    const text = 'x'.repeat(4_000);
    for (let sent = 0; sent < 50_000; sent += 1) {
      const payload = { messageId: 'msg_1' as never, offset: sent, text };
      for (const socket of namespace?.sockets.values() ?? [])
        if (socket.id !== listener.socket.id || sent < 20) socket.emit(NOTICE.streamDelta, payload);
      if (sent % 250 === 0) {
        await new Promise((resolve) => setImmediate(resolve));
        peak = Math.max(peak, process.memoryUsage().rss - before);
      }
    }
    await expect.poll(sockets).toBe(1);
    clearInterval(pongs);
    console.log(`A11: 200 MB due, RSS grew by at most ${(peak / 1e6).toFixed(1)} MB`);
    await listener.notice(NOTICE.streamDelta, ({ offset }) => offset === 19);
    expect((await send(listener)).ok).toBe(true);
    const metrics = await (await fetch(`${world.url}/metrics`)).text();
    expect(metrics).toMatch(/baton_connections_dropped_total\{reason="slow_reader"\} 1/);
    deaf.socket.terminate();
  });

  it('A12: 20,000 events in half a second end that connection alone', async () => {
    const flood = await rawSocket(world.url);
    const other = await world.visitor('tidewater');
    for (let index = 0; index < 20_000; index += 1)
      flood.socket.send(`42${NAMESPACE.visitor},["typing.set",{"on":true}]`);
    await flood.closed();
    expect((await send(other)).ok).toBe(true);
  });

  it('A14: a socket that joins nothing is closed, although it answers every ping', async () => {
    const idle = await rawSocket(world.url, { join: false });
    idle.socket.on('message', (data) => String(data) === '2' && idle.socket.send('3'));
    await idle.closed(9_000);
  });

  it('A15: headers and bodies that drip are not waited for', async () => {
    const headers = await rawTcp(world.url, 'GET /health/live HTTP/1.1\r\nHost: x\r\n');
    const body = await rawTcp(
      world.url,
      `POST /v1/visitor/command HTTP/1.1\r\nHost: x\r\nOrigin: ${SITE_ORIGIN}\r\nContent-Type: text/plain\r\nContent-Length: 500\r\n\r\n{`,
    );
    const drip = setInterval(() => {
      headers.socket.write('x-a: b\r\n');
      body.socket.write(' ');
    }, 500);
    const startedAt = performance.now();
    await headers.closed;
    const headersAfter = performance.now() - startedAt;
    await body.closed;
    clearInterval(drip);
    console.log(
      `A15: headers closed after ${Math.round(headersAfter)} ms, body after ${Math.round(performance.now() - startedAt)} ms`,
    );
    expect(headers.heard() + body.heard()).not.toContain('200 OK');
  });
});

describe('A13, A46, A47: many from one place', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld(inject('postgresUrl'), {
      LOG_LEVEL: 'silent',
      SOCKETS_PER_ADDRESS: '6',
      CONNECTIONS_PER_ADDRESS_PER_MINUTE: '40',
      SOCKETS_PER_VISITOR: '3',
      SOCKETS_PER_WORKSPACE: '12',
      ADDRESS_MESSAGES_PER_MINUTE: '30',
      KNOWN_ADDRESSES: '127.0.0.9=9',
      TRUSTED_PROXY_HOPS: '1',
    });
  });
  afterAll(() => world?.stop());

  const behind = (address: string) => ({ headers: { 'x-forwarded-for': address } });
  const open = (address: string) =>
    rawSocket(world.url, { join: false, ...behind(address) }).catch((error: Error) => error);
  const sockets = (all: readonly (Error | Awaited<ReturnType<typeof rawSocket>>)[]) =>
    all.flatMap((each) => (each instanceof Error ? [] : [each]));
  const closeAll = async (all: ReturnType<typeof sockets>) => {
    for (const { socket } of all) socket.terminate();
    await new Promise((resolve) => setTimeout(resolve, 200));
  };

  it('one address has so many connections and no more; another address is not touched', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => open('203.0.113.7')));
    await expect
      .poll(() => sockets(all).filter(({ socket }) => socket.readyState === socket.OPEN).length)
      .toBe(6);
    const other = await open('203.0.113.8');
    expect(other).not.toBeInstanceOf(Error);
    await closeAll([...sockets(all), ...sockets([other])]);
  });

  it('A47: all of one /64 count as one, and a known office may have more', async () => {
    const rotated = await Promise.all(Array.from({ length: 12 }, (_, n) => open(`2001:db8:1:2::${n + 1}`)));
    await expect
      .poll(() => sockets(rotated).filter(({ socket }) => socket.readyState === socket.OPEN).length)
      .toBe(6);
    const office = await Promise.all(Array.from({ length: 12 }, () => open('127.0.0.9')));
    await expect
      .poll(() => sockets(office).filter(({ socket }) => socket.readyState === socket.OPEN).length)
      .toBe(9);
    await closeAll([...sockets(rotated), ...sockets(office)]);
  });

  it('A46: what a client writes left of the proxy’s word changes nothing', async () => {
    const all = await Promise.all(Array.from({ length: 12 }, (_, n) => open(`10.9.8.${n}, 203.0.113.40`)));
    await expect
      .poll(() => sockets(all).filter(({ socket }) => socket.readyState === socket.OPEN).length)
      .toBe(6);
    await closeAll(sockets(all));
  });

  it('connections that come and go are limited per minute', async () => {
    const outcomes: boolean[] = [];
    for (let round = 0; round < 60; round += 1) {
      const opened = await open('203.0.113.50');
      outcomes.push(!(opened instanceof Error));
      if (!(opened instanceof Error)) {
        opened.socket.terminate();
        await opened.closed();
      }
    }
    expect(outcomes.filter(Boolean).length).toBeLessThan(50);
    expect(outcomes.at(-1)).toBe(false);
  });

  it('one visitor has so many tabs, and one workspace so many visitors; the other workspace is not touched', async () => {
    const first = await world.visitor('tidewater');
    const { token } = first.session;
    const tabs = [await world.visitor('tidewater', { token }), await world.visitor('tidewater', { token })];
    await expect(world.visitor('tidewater', { token })).rejects.toThrow('too_many_requests');
    for (const tab of [first, ...tabs]) tab.close();
    // Until the server has seen them leave, they count.
    await new Promise((resolve) => setTimeout(resolve, 500));
    const raw = (n: number) => rawSocket(world.url, behind(`198.51.100.${n}`)).catch((error: Error) => error);
    // The refused tab has its connection still; with these the twelve are full.
    const all = await Promise.all(Array.from({ length: 11 }, (_, n) => raw(n)));
    await expect(world.visitor('tidewater')).rejects.toThrow('too_many_requests');
    const elsewhere = await world.visitor('alpenrad');
    expect((await send(elsewhere)).ok).toBe(true);
    elsewhere.close();
    await closeAll(sockets(all));
    const again = await world.visitor('tidewater');
    const answers = [];
    for (let n = 0; n < 14; n += 1) answers.push(await send(again));
    expect(answers.filter(({ ok }) => ok).length).toBeLessThanOrEqual(11);
    expect(answers.at(-1)).toMatchObject({ ok: false, error: { code: 'too_many_requests' } });
  });
});
