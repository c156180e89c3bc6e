import { type Random, shuffled } from '../run/seeded-random.ts';
import { DATABASE_EPISODES } from './database-episodes.ts';
import type { Episode } from './episode.ts';
import { NETWORK_EPISODES } from './network-episodes.ts';
import { CRASH_EPISODES, PROCESS_EPISODES } from './process-episodes.ts';

export const ALL_EPISODES: readonly Episode[] = [
  ...NETWORK_EPISODES,
  ...PROCESS_EPISODES,
  ...DATABASE_EPISODES,
  ...CRASH_EPISODES,
];

/** What a run of a minute can hold: one of each sort, and what makes every "sometimes" happen. */
const SHORT: readonly string[] = [
  'clients replies swallowed',
  'crash at committed',
  'commit unknown',
  'node asked to stop',
  'database killed',
  'clients replies swallowed',
  'node frozen',
  'crash at before-ack',
  'commit unknown',
  'clients flapping',
];

/** The faults of a run, one after the other, the same for the same seed. Every kind comes before any comes again. */
export function* schedule(
  random: Random,
  length: 'short' | 'full',
  only: readonly string[] = [],
): Generator<Episode> {
  const named = (kinds: readonly string[]) =>
    kinds.map((kind) => {
      const found = ALL_EPISODES.find((episode) => episode.kind === kind);
      if (!found) throw new Error(`there is no fault called ${kind}`);
      return found;
    });
  const first = only.length > 0 ? named(only) : length === 'short' ? named(SHORT) : [];
  yield* first;
  for (;;) yield* first.length > 0 ? first : shuffled(random, ALL_EPISODES);
}
