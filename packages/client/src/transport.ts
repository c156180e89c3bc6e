import type { AgentHandshake, Notices, Reply, VisitorHandshake, WireError } from '@baton/shared-types';

/** What a client presents when it connects. Travels inside the connection, never in a URL. */
export type Handshake = VisitorHandshake | AgentHandshake;

/** Anything that the server says unasked. */
export type Notice = {
  [N in keyof Notices]: { readonly name: N; readonly payload: Notices[N] };
}[keyof Notices];

/** What a transport reports. After `close()` it reports nothing until the next `open()`. */
export interface TransportEvents {
  /** The server has taken the handshake. */
  opened(): void;
  /** No connection came about: the server refused (its error), or was not reached (null). */
  failed(error: WireError | null): void;
  /** An open connection broke. Requests without an answer stay without one. */
  lost(): void;
  notice(notice: Notice): void;
}

/** One connection at a time to one namespace of the server. Does not reconnect and keeps nothing back. */
export interface Transport {
  open(handshake: Handshake): void;
  /** Only while open. `answer` is called at most once, and never after the connection has ended. */
  request<T>(name: string, payload: unknown, answer: (reply: Reply<T>) => void): void;
  close(): void;
}

export type ConnectTransport = (events: TransportEvents) => Transport;
