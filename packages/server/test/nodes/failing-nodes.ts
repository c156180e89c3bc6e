import { setTimeout as sleep } from 'node:timers/promises';
import { type ServerProcess, startServerProcess } from './server-process.js';

/** Server processes on one database, of which one after the other is killed and started again. */
export interface FailingNodes {
  /** A node that is there now. */
  any(): string;
  readonly kills: number;
  /** Nobody is killed any more; resolves when all of them are there. */
  calm(): Promise<void>;
  stop(): Promise<void>;
}

export interface Fire {
  readonly nodes: number;
  /** From one being there again to the next kill. */
  readonly restMs: number;
  /** How long a killed one stays away. */
  readonly awayMs: number;
}

/** At least one node is always there: what nobody can serve is not what is looked for. */
export async function startFailingNodes(databaseUrl: string, fire: Fire): Promise<FailingNodes> {
  const all: (ServerProcess | null)[] = await Promise.all(
    Array.from({ length: fire.nodes }, () => startServerProcess(databaseUrl)),
  );
  let kills = 0;
  let isCalm = false;
  let turn = 0;
  const burn = async () => {
    for (await sleep(fire.restMs); !isCalm; await sleep(fire.restMs)) {
      const next = kills % all.length;
      const node = all[next];
      all[next] = null;
      await node?.kill();
      kills += 1;
      await sleep(fire.awayMs);
      all[next] = await startServerProcess(databaseUrl);
    }
  };
  const burning = burn();
  // Whoever awaits it hears of the failure; until then it is nobody's unhandled one.
  burning.catch(() => undefined);
  return {
    any: () => {
      const there = all.filter((node) => node !== null);
      turn += 1;
      const node = there[turn % there.length];
      if (!node) throw new Error('no node is there');
      return node.url;
    },
    get kills() {
      return kills;
    },
    calm: async () => {
      isCalm = true;
      await burning;
    },
    stop: async () => {
      isCalm = true;
      await burning.catch(() => undefined);
      await Promise.all(all.map((node) => node?.kill()));
    },
  };
}
