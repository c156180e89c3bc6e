import { HOSTILE_TEXTS } from './hostile-texts.js';
import { OWN_PATTERNS } from './own-patterns.js';

/** The slowest that a pattern was on any hostile text, by its fastest of a few runs there. */
export interface PatternTime {
  readonly pattern: string;
  readonly text: string;
  readonly ms: number;
}

/** Times every own pattern on 16 KB of anything hostile; the slowest first. */
export function measurePatterns(): readonly PatternTime[] {
  return OWN_PATTERNS.map(([pattern, find]) =>
    HOSTILE_TEXTS.map((text) => ({ pattern, text: text.slice(0, 16), ms: fastestMs(find, text) })).reduce(
      (slowest, time) => (time.ms > slowest.ms ? time : slowest),
    ),
  ).toSorted((one, other) => other.ms - one.ms);
}

/**
 * The fastest of a few runs: the machine's other work is not measured. Every run gets a text of its own, of the same
 * length, because some finders remember the last ones.
 */
export function fastestMs(find: (text: string) => unknown, text: string): number {
  const texts = ['x', 'y', 'z', 'w'].map((end) => text.slice(0, -1) + end);
  const times = texts.map((each) => {
    const startedAt = performance.now();
    find(each);
    return performance.now() - startedAt;
  });
  return Math.min(...times);
}
