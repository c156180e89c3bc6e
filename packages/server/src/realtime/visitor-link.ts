import type { VisitorConnection } from './visitor-socket.js';

/** A visitor's connection as the commands need it: a socket, or one request of the HTTP fallback. */
export interface VisitorLink {
  readonly data: VisitorConnection;
  join(rooms: string | string[]): Promise<void> | void;
  leave(room: string): Promise<void> | void;
}
