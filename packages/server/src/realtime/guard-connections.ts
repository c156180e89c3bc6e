import type { IncomingMessage } from 'node:http';
import type { Server } from 'socket.io';
import { type Bucket, takeToken } from '../kernel/token-bucket.js';
import type { Metrics } from '../observability/index.js';

/** What may wait to be sent to one reader. Who reads slower is let go and reads on from the log. */
const BACKLOG = { bytes: 262_144, packets: 500 } as const;
/** More frames than any client of ours sends, whatever is in them: answers, pings, unknown events and namespaces. */
const FRAMES = { burst: 400, perMinute: 6_000 } as const;

/** The part of an Engine.IO connection that we look at. */
interface Connection {
  readonly request: IncomingMessage;
  readonly transport: {
    /** False while it sends; `ready` tells that it has. */
    writable: boolean;
    on(event: 'drain', run: () => void): unknown;
    emit(event: 'ready'): unknown;
    readonly socket?: { terminate(): void };
  };
  on(event: string, run: (packet: { readonly type: string; readonly data?: unknown }) => void): unknown;
  close(discard: boolean): void;
}

/**
 * Watches every connection below the protocol: how much waits to be sent to it, and how many frames come from it.
 * Nothing of one client's may pile up here. `enter` counts it; null: it must not stay.
 */
export function guardConnections(
  server: Server,
  metrics: Metrics,
  enter: (request: IncomingMessage) => (() => void) | null,
): void {
  // The namespace that is always there is none of ours: whoever joined it would stay without having shown anything.
  server.of('/').use((_, next) => next(new Error('not_found')));
  server.engine.on('connection', (connection: Connection) => {
    const leave = enter(connection.request);
    if (!leave) return drop(connection, 'too_many_connections', metrics);
    connection.on('close', leave);
    joinFrames(connection);
    watchBacklog(connection, metrics);
    watchFrames(connection, metrics);
  });
}

/**
 * What is said in one breath leaves in one packet: an acknowledgement with the notice of what it acknowledges, one
 * call of the system instead of two. Until the breath is over the transport counts as busy, so that Engine.IO gathers.
 */
function joinFrames(connection: Connection): void {
  const { transport, request } = connection;
  connection.on('packetCreate', () => {
    if (!transport.writable) return;
    transport.writable = false;
    process.nextTick(() => {
      transport.writable = true;
      request.socket.cork();
      transport.emit('ready');
      request.socket.uncork();
    });
  });
}

/** Counts what is queued here and what the socket has been given without having got rid of it. */
function watchBacklog(connection: Connection, metrics: Metrics): void {
  let [bytes, packets, givenBytes, givenPackets] = [0, 0, 0, 0];
  connection.on('packetCreate', ({ data }) => {
    // One page of the log may be large: what counts is what waits before it.
    const isStuck = bytes > BACKLOG.bytes || packets > BACKLOG.packets;
    bytes += typeof data === 'string' ? Buffer.byteLength(data) : 0;
    packets += 1;
    if (isStuck) drop(connection, 'slow_reader', metrics);
  });
  connection.on('flush', () => {
    [givenBytes, givenPackets] = [bytes, packets];
  });
  connection.transport.on('drain', () => {
    bytes -= givenBytes;
    packets -= givenPackets;
    [givenBytes, givenPackets] = [0, 0];
  });
}

function watchFrames(connection: Connection, metrics: Metrics): void {
  let bucket: Bucket | undefined;
  connection.on('packet', ({ type }) => {
    if (type !== 'message') return;
    const taken = takeToken(bucket, FRAMES, performance.now());
    if (taken) bucket = taken;
    else drop(connection, 'too_many_frames', metrics);
  });
}

/** At once: a reader that does not read would not read a farewell either, and would hold what waits for half a minute. */
function drop(connection: Connection, reason: string, metrics: Metrics): void {
  metrics.dropped.inc({ reason });
  connection.transport.socket?.terminate();
  connection.close(true);
}
