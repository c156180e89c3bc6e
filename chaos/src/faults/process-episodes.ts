import { setTimeout as sleep } from 'node:timers/promises';
import { CRASH_POINTS } from '../patches/crash-points.ts';
import { pick } from '../run/seeded-random.ts';
import type { ServerNode } from '../world/server-node.ts';
import type { Episode, Scene } from './episode.ts';

/** How long an armed point may wait for somebody to pass it. */
const PASS_MS = 6_000;
/** Longer than a turn's lease. */
const FREEZE_MS = 7_000;

/** What happens to processes. */
export const PROCESS_EPISODES: readonly Episode[] = [
  {
    kind: 'node killed',
    detail: 'SIGKILL',
    run: async (scene) => {
      await withNode(scene, async (node) => {
        await scene.noteLeases();
        await node.kill();
        await scene.look();
        await scene.world.restart(node);
      });
    },
  },
  {
    kind: 'node frozen',
    detail: `SIGSTOP for ${FREEZE_MS} ms`,
    run: async (scene) => {
      await withNode(scene, async (node) => {
        await scene.noteLeases();
        node.freeze();
        await sleep(FREEZE_MS);
        node.thaw();
      });
    },
  },
  {
    kind: 'node asked to stop',
    detail: 'SIGTERM, then started again',
    run: async (scene) => {
      await withNode(scene, async (node) => {
        await node.stop();
        await scene.look();
        await scene.world.restart(node);
      });
    },
  },
  {
    kind: 'clock wrong',
    detail: 'an hour ahead, then behind',
    run: async (scene) => {
      await withNode(scene, async (node) => {
        node.skew(3_600_000);
        await sleep(1_500);
        node.skew(-3_600_000);
        await sleep(1_500);
        node.skew(0);
      });
    },
  },
];

/** One for every named point: the node dies by its own hand as it passes. */
export const CRASH_EPISODES: readonly Episode[] = CRASH_POINTS.map(({ name }) => ({
  kind: `crash at ${name}`,
  detail: 'SIGKILL',
  run: async (scene) => {
    await withNode(scene, async (node) => {
      await scene.noteLeases();
      node.armCrash(name, 1 + Math.floor(scene.random() * 6));
      for (let waited = 0; waited < PASS_MS && node.isRunning(); waited += 20) await sleep(20);
      if (node.isRunning()) return node.disarm();
      await scene.look();
      await scene.world.restart(node);
    });
  },
}));

async function withNode({ world, random }: Scene, run: (node: ServerNode) => Promise<void>): Promise<void> {
  const ready = world.nodes.filter(({ state }) => state === 'ready');
  if (ready.length > 0) await run(pick(random, ready));
}
