import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultProxy } from '../world/fault-proxy.ts';
import type { Toxics } from '../world/toxics.ts';
import type { World } from '../world/world.ts';
import type { Episode, Scene } from './episode.ts';

type Side = 'clients' | 'database' | 'model';

/** What networks do, on each side of the servers. */
export const NETWORK_EPISODES: readonly Episode[] = [
  toxic(
    'clients',
    'late',
    { up: { latencyMs: 300, jitterMs: 1_200 }, down: { latencyMs: 300, jitterMs: 1_200 } },
    3_500,
  ),
  toxic('clients', 'sliced', { up: { sliceBytes: 3 }, down: { sliceBytes: 3 } }, 2_000, 0.5),
  toxic('clients', 'cut both ways', { up: { hole: true }, down: { hole: true } }, 4_000, 0.7),
  toxic('clients', 'cut towards the server', { up: { hole: true } }, 4_000, 0.7),
  toxic('clients', 'cut towards the client', { down: { hole: true } }, 4_000, 0.7),
  toxic('clients', 'replies swallowed', { down: { swallow: true } }, 700, 0.8),
  toxic('clients', 'replies swallowed in silence', { down: { swallow: true } }, 10_500, 0.3),
  {
    kind: 'clients reset once',
    detail: '60 %',
    run: async ({ world }) => world.clients.reset(0.6),
  },
  {
    kind: 'clients flapping',
    detail: '6 resets',
    run: async ({ world, random }) => {
      for (let round = 0; round < 6; round += 1) {
        world.clients.reset(0.6);
        await sleep(200 + random() * 700);
      }
    },
  },
  toxic(
    'database',
    'late',
    { up: { latencyMs: 10, jitterMs: 40 }, down: { latencyMs: 10, jitterMs: 40 } },
    2_500,
  ),
  toxic('database', 'cut both ways', { up: { hole: true }, down: { hole: true } }, 3_000),
  toxic('database', 'replies swallowed', { down: { swallow: true } }, 400),
  {
    kind: 'database connections reset',
    detail: 'all',
    run: async ({ world }) => {
      for (const links of world.databaseLinks) links.reset();
      await sleep(300);
    },
  },
  {
    kind: 'commit unknown',
    detail: '4 connections cut during COMMIT',
    run: async ({ world }) => {
      world.commits.arm(4);
      await sleep(2_500);
      world.commits.arm(0);
    },
  },
  toxic('model', 'cut in mid-sentence', { down: { hole: true } }, 2_500),
  toxic('model', 'late and sliced', { down: { latencyMs: 200, jitterMs: 200, sliceBytes: 40 } }, 2_500),
  {
    kind: 'model failing',
    detail: 'status 500',
    run: async ({ world }) => {
      world.model.failing = 500;
      world.modelLinks.reset(0.5);
      await sleep(2_000);
      world.model.failing = null;
    },
  },
];

function toxic(side: Side, what: string, toxics: Toxics, ms: number, share = 1): Episode {
  return {
    kind: `${side} ${what}`,
    detail: `${ms} ms, ${Math.round(share * 100)} %`,
    run: async ({ world, random }: Scene) => {
      const proxies = proxiesOf(world, side);
      for (const proxy of proxies) proxy.inject(toxics, share);
      await sleep(ms * (0.6 + 0.4 * random()));
      for (const proxy of proxies) proxy.heal();
    },
  };
}

function proxiesOf(world: World, side: Side): readonly FaultProxy[] {
  if (side === 'clients') return [world.clients];
  return side === 'model' ? [world.modelLinks] : world.databaseLinks;
}
