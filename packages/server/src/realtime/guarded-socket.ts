import type { Socket } from 'socket.io';

/** A socket whose `data` we have filled ourselves. */
// biome-ignore lint/suspicious/noExplicitAny: socket.io's own defaults for its event maps
export type GuardedSocket<Data = any> = Socket<any, any, any, Data>;
