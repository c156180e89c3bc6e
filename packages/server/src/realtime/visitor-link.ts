import type { VisitorConnection } from './visitor-socket.js';

/** A visitor's connection as the commands need it: a socket, or one request of the HTTP fallback. */
export interface VisitorLink {
  readonly data: VisitorConnection;
  /** The rooms of a socket; a request has none. */
  readonly rooms?: ReadonlySet<string>;
  join(rooms: string | string[]): Promise<void> | void;
  leave(room: string): Promise<void> | void;
}
