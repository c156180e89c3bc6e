import { setTimeout as sleep } from 'node:timers/promises';
import type { Socket } from 'socket.io-client';
import { openSession, openVisitorSocket } from './baton-talker.ts';
import { sourceAddress } from './source-address.ts';
import type { Destination } from './talker.ts';

export interface Arrivals {
  readonly perSecond: number;
  readonly seconds: number;
}

/** So many new visitors a second, each of whom does `visit` when it is their turn; resolves when all have left. */
export async function arrive(
  destination: Destination,
  { perSecond, seconds }: Arrivals,
  visit: (socket: Socket, index: number) => Promise<void>,
): Promise<void> {
  const sockets: Socket[] = [];
  // Connecting is not what is measured: everybody is there before the first one speaks.
  for (let index = 0; index < perSecond * seconds; index += 1) {
    const socket = openVisitorSocket(destination, null, sourceAddress(index));
    await openSession(socket);
    sockets.push(socket);
  }
  const startedAt = performance.now();
  await Promise.all(
    sockets.map(async (socket, index) => {
      await sleep(Math.max(0, startedAt + (index * 1_000) / perSecond - performance.now()));
      await visit(socket, index);
      socket.disconnect();
    }),
  );
}
