import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchmarkOptions } from '../benchmark.ts';
import type { Baton } from '../ground/baton.ts';
import type { Floor } from '../ground/floor.ts';
import type { Ground } from '../ground/ground.ts';
import type { LoadProcess } from '../ground/load-process.ts';
import { takeOver } from '../ground/take-over.ts';
import type { Destination } from '../load/talker.ts';

/** Longer than this a server cannot be held still: it would find on waking that nobody has answered its ping. */
const LONGEST_HOLD_S = 3;
/** How long a server that was held still is left to do what it has missed, before anything is measured. */
const SETTLE_S = 0.5;
export const LONGEST_ROUND_S = LONGEST_HOLD_S - SETTLE_S;

export interface SideBySide {
  readonly baton: Baton;
  readonly floor: Floor;
  readonly load: LoadProcess;
  /** Runs `round` on each in turn, so many times, while the other one is held still. */
  alternate<T>(
    rounds: number,
    round: (crowd: 'baton' | 'floor') => Promise<T>,
  ): Promise<{ readonly baton: readonly T[]; readonly floor: readonly T[] }>;
}

/** Baton and the floor on one database server, with a crowd of the same size at each, all in one load process. */
export async function setUpSideBySide(
  ground: Ground,
  crowd: { readonly size: number; readonly second: boolean; readonly deliver: boolean },
  { say }: BenchmarkOptions,
  environment: Record<string, string> = {},
): Promise<SideBySide> {
  const baton = await ground.baton(environment);
  const floor = await ground.floor({ deliver: crowd.deliver });
  const load = ground.load();
  const { size } = crowd;
  const gather = (name: 'baton' | 'floor', destination: Destination) =>
    load.order('gather', { crowd: name, destination, size, second: crowd.second ? destination : null });
  say(`gathering ${size} visitors at each`);
  await gather('floor', floor.destination);
  const { conversationIds } = await gather('baton', baton.destination());
  // A person owns the conversations: measured is the message, not the assistant's thinking about it.
  await takeOver(baton, 'tidewater', conversationIds);
  const servers = { baton: baton.server, floor: floor.server };
  return {
    baton,
    floor,
    load,
    alternate: async (rounds, round) => {
      type Result = Awaited<ReturnType<typeof round>>;
      const results: { readonly baton: Result[]; readonly floor: Result[] } = { baton: [], floor: [] };
      for (let count = 0; count < rounds; count += 1) {
        for (const [measured, other] of [
          ['floor', 'baton'],
          ['baton', 'floor'],
        ] as const) {
          servers[other].freeze();
          servers[measured].thaw();
          await sleep(SETTLE_S * 1_000);
          results[measured].push(await round(measured));
        }
        for (const server of Object.values(servers)) server.thaw();
      }
      return results;
    },
  };
}
