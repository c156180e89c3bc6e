import { type Socket, connect as tcp } from 'node:net';
import { NAMESPACE, PROTOCOL_VERSION, SOCKET_PATH } from '@baton/shared-types';
import { expect } from 'vitest';
import WebSocket from 'ws';
import { SITE_ORIGIN } from '../world.js';

const AUTH = { protocol: PROTOCOL_VERSION, siteKey: 'demo-tidewater', token: null };
export const JOIN = `40${NAMESPACE.visitor},${JSON.stringify(AUTH)}`;

export interface RawSocket {
  readonly socket: WebSocket;
  readonly frames: string[];
  /** The close code; rejects when the server has not closed after `ms`. */
  closed(ms?: number): Promise<number>;
}

/** A bare WebSocket that speaks Engine.IO by hand, like an attacker would; rejects with the status of a refusal. */
export async function rawSocket(
  url: string,
  options: {
    readonly join?: boolean;
    readonly headers?: Record<string, string>;
    readonly from?: string;
  } = {},
): Promise<RawSocket> {
  const { join = true, headers = {}, from } = options;
  const socket = new WebSocket(`${url.replace('http', 'ws')}${SOCKET_PATH}/?EIO=4&transport=websocket`, {
    origin: SITE_ORIGIN,
    headers,
    ...(from ? { localAddress: from } : {}),
  });
  const frames: string[] = [];
  const gone = new Promise<number>((resolve) => socket.on('close', resolve));
  socket.on('message', (data) => frames.push(String(data)));
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', (error) => reject(new Error(/\d{3}$/.exec(error.message)?.[0] ?? error.message)));
  });
  socket.on('error', () => undefined);
  if (join) {
    socket.send(JOIN);
    await expect.poll(() => frames.some((frame) => frame.startsWith('40')), { timeout: 10_000 }).toBe(true);
  }
  return {
    socket,
    frames,
    closed: (ms = 10_000) =>
      Promise.race([
        gone,
        new Promise<never>((_, reject) => setTimeout(() => reject(new Error('still open')), ms)),
      ]),
  };
}

/** Bytes on a TCP connection, below everything; `heard` is what the server said before it closed. */
export async function rawTcp(
  url: string,
  bytes: string | Buffer,
): Promise<{ socket: Socket; heard: () => string; closed: Promise<void> }> {
  const socket = tcp(Number(new URL(url).port), '127.0.0.1');
  let heard = '';
  socket.on('data', (chunk) => {
    heard += chunk.toString('latin1');
  });
  socket.on('error', () => undefined);
  const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()));
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  socket.write(bytes);
  return { socket, heard: () => heard, closed };
}
