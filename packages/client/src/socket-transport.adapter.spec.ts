import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NAMESPACE, SOCKET_PATH, type WireError } from '@baton/shared-types';
import { Server } from 'socket.io';
import { expect, test, vi } from 'vitest';
import { socketTransport } from './socket-transport.adapter.js';
import { type TransportStage, transportContract } from './transport.contract.js';

interface SocketStage extends TransportStage {
  readonly requests: readonly string[];
}

/** A real socket.io server with nothing of ours behind it. */
async function raise(): Promise<SocketStage> {
  const http = createServer();
  const io = new Server(http, { path: SOCKET_PATH, transports: ['websocket'], serveClient: false });
  const visitors = io.of(NAMESPACE.visitor);
  const handshakes: unknown[] = [];
  const commands: { name: string; payload: unknown }[] = [];
  const requests: string[] = [];
  let refusal: WireError | null = null;
  let muted = false;

  http.on('upgrade', (request: IncomingMessage) => requests.push(request.url ?? ''));
  visitors.use((socket, next) => {
    if (refusal) return next(Object.assign(new Error(refusal.code), { data: refusal }));
    handshakes.push(socket.handshake.auth);
    next();
  });
  visitors.on('connection', (socket) => {
    socket.onAny((name: string, payload: unknown, answer: (reply: unknown) => void) => {
      commands.push({ name, payload });
      if (!muted) answer({ ok: true, value: { echo: payload } });
    });
  });
  await new Promise<void>((resolve) => {
    http.listen(0, '127.0.0.1', resolve);
  });
  const { port } = http.address() as AddressInfo;

  return {
    connect: socketTransport(`http://127.0.0.1:${port}`, NAMESPACE.visitor),
    handshakes,
    commands,
    requests,
    refuse: (error) => {
      refusal = error;
    },
    mute: () => {
      muted = true;
    },
    notify: ({ name, payload }) => visitors.emit(name, payload),
    dropAll: () => visitors.disconnectSockets(true),
    connections: () => visitors.sockets.size,
    vanish: () => io.close(),
  };
}

transportContract('socket.io', raise);

test('nothing of the handshake stands in the address, and WebSocket is the only transport', async () => {
  const stage = await raise();
  const opened = vi.fn();
  const transport = stage.connect({ opened, failed: vi.fn(), lost: vi.fn(), notice: vi.fn() });
  transport.open({ protocol: 1, siteKey: 'public-key', token: 'very-secret' });
  await vi.waitFor(() => expect(opened).toHaveBeenCalled());
  expect(stage.requests).toEqual([expect.stringContaining('transport=websocket')]);
  expect(stage.requests.join()).not.toMatch(/secret|public-key/);
  transport.close();
  await stage.vanish();
});

test('does not reconnect by itself', async () => {
  const stage = await raise();
  const lost = vi.fn();
  const opened = vi.fn();
  const transport = stage.connect({ opened, failed: vi.fn(), lost, notice: vi.fn() });
  transport.open({ protocol: 1, siteKey: 'key', token: null });
  await vi.waitFor(() => expect(opened).toHaveBeenCalled());
  stage.dropAll();
  await vi.waitFor(() => expect(lost).toHaveBeenCalled());
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(stage.requests).toHaveLength(1);
  await stage.vanish();
});
