import { createServer, type Server as HttpServer } from 'node:http';
import type { Handshake, Notice, TransportEvents } from '@baton/client';
import type { WireError } from '@baton/shared-types';
import { Server, type Socket } from 'socket.io';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openEarlySocket } from './early-socket.js';
import { webSocketTransport } from './web-socket-transport.js';

const HANDSHAKE: Handshake = { protocol: 1, siteKey: 'key', token: null };

/** What the transport reported, in order. */
type Report = 'opened' | 'lost' | { readonly failed: WireError | null } | { readonly notice: Notice };

describe('webSocketTransport against the real socket.io server', () => {
  let http: HttpServer;
  let io: Server;
  let url: string;

  beforeEach(async () => {
    http = createServer();
    io = new Server(http, {
      path: '/v1/socket',
      transports: ['websocket'],
      pingInterval: 100,
      pingTimeout: 100,
    });
    io.of('/visitor');
    await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
    const address = http.address();
    url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  });
  afterEach(() => io.close());

  function connect() {
    const reports: Report[] = [];
    const events: TransportEvents = {
      opened: () => reports.push('opened'),
      lost: () => reports.push('lost'),
      failed: (failed) => reports.push({ failed }),
      notice: (notice) => reports.push({ notice }),
    };
    const transport = webSocketTransport(url, '/visitor')(events);
    transport.open(HANDSHAKE);
    return { transport, reports };
  }

  it('presents the handshake inside the connection and reports that it is open', async () => {
    const seen = new Promise<Socket>((resolve) => io.of('/visitor').on('connection', resolve));
    const { transport, reports } = connect();
    const socket = await seen;
    expect(socket.handshake.auth).toEqual(HANDSHAKE);
    expect(socket.handshake.url).not.toContain('key');
    await vi.waitFor(() => expect(reports).toEqual(['opened']));
    transport.close();
  });

  it('takes over a connection that was begun before, with what it has heard', async () => {
    const early = openEarlySocket(url);
    await vi.waitFor(() => expect(early?.frames).toHaveLength(1));
    let taken = 0;
    const reports: Report[] = [];
    const transport = webSocketTransport(url, '/visitor', () => {
      taken += 1;
      return early;
    })({
      opened: () => reports.push('opened'),
      lost: () => reports.push('lost'),
      failed: (failed) => reports.push({ failed }),
      notice: (notice) => reports.push({ notice }),
    });
    transport.open(HANDSHAKE);
    await vi.waitFor(() => expect(reports).toEqual(['opened']));
    expect([taken, io.engine.clientsCount]).toEqual([1, 1]);
    transport.close();
  });

  it('leaves alone a connection that has ended before anybody could use it', async () => {
    const early = openEarlySocket(url);
    await vi.waitFor(() => expect(early?.frames).toHaveLength(1));
    early?.socket.close();
    const reports: Report[] = [];
    const transport = webSocketTransport(
      url,
      '/visitor',
      () => early,
    )({
      opened: () => reports.push('opened'),
      lost: () => reports.push('lost'),
      failed: (failed) => reports.push({ failed }),
      notice: (notice) => reports.push({ notice }),
    });
    transport.open(HANDSHAKE);
    await vi.waitFor(() => expect(reports).toEqual(['opened']));
    transport.close();
  });

  it('matches answers to requests, also when they come in another order', async () => {
    io.of('/visitor').on('connection', (socket) => {
      socket.on('slow', (payload, answer) => setTimeout(() => answer({ ok: true, value: payload }), 40));
      socket.on('quick', (payload, answer) => answer({ ok: true, value: payload }));
    });
    const { transport, reports } = connect();
    await vi.waitFor(() => expect(reports).toEqual(['opened']));
    const answers: unknown[] = [];
    transport.request('slow', { text: 'erste, "Nachricht"\n[1]' }, (reply) => answers.push(reply));
    transport.request('quick', 2, (reply) => answers.push(reply));
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    expect(answers).toEqual([
      { ok: true, value: 2 },
      { ok: true, value: { text: 'erste, "Nachricht"\n[1]' } },
    ]);
    transport.close();
  });

  it('passes on what the server says unasked', async () => {
    io.of('/visitor').on('connection', (socket) => socket.emit('log.head', { conversationId: 'c', head: 3 }));
    const { transport, reports } = connect();
    await vi.waitFor(() =>
      expect(reports).toEqual([
        'opened',
        { notice: { name: 'log.head', payload: { conversationId: 'c', head: 3 } } },
      ]),
    );
    transport.close();
  });

  it('reports a refusal with the words of the server', async () => {
    io.of('/visitor').use((_socket, next) => {
      next(Object.assign(new Error('no'), { data: { code: 'site_refused', message: 'Not here.' } }));
    });
    const { reports } = connect();
    await vi.waitFor(() =>
      expect(reports).toEqual([{ failed: { code: 'site_refused', message: 'Not here.' } }]),
    );
  });

  it('reports a server that cannot be reached as a failure without a reason', async () => {
    await io.close();
    const { reports } = connect();
    await vi.waitFor(() => expect(reports).toEqual([{ failed: null }]));
  });

  it('stays open through pings and reports it when the server goes away', async () => {
    const { reports } = connect();
    await vi.waitFor(() => expect(reports).toEqual(['opened']));
    await new Promise((resolve) => setTimeout(resolve, 450));
    expect(reports).toEqual(['opened']);
    io.of('/visitor').disconnectSockets(true);
    await vi.waitFor(() => expect(reports).toEqual(['opened', 'lost']));
  });

  it('notices a server that has fallen silent', async () => {
    const { reports } = connect();
    await vi.waitFor(() => expect(reports).toEqual(['opened']));
    // A frozen process: the connection stands, nothing is said any more.
    for (const socket of io.of('/visitor').sockets.values()) {
      vi.spyOn(socket.conn.transport, 'send').mockImplementation(() => undefined);
    }
    await vi.waitFor(() => expect(reports).toEqual(['opened', 'lost']), { timeout: 2_000 });
  });

  it('tells the server that it leaves and reports nothing afterwards', async () => {
    const left = new Promise<string>((resolve) => {
      io.of('/visitor').on('connection', (socket) => socket.on('disconnect', resolve));
    });
    const { transport, reports } = connect();
    await vi.waitFor(() => expect(reports).toEqual(['opened']));
    transport.close();
    expect(await left).toBe('client namespace disconnect');
    transport.request('message.send', {}, () => reports.push('lost'));
    expect(reports).toEqual(['opened']);
  });
});
