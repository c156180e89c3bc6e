const FIRST_MS = 500;
const LONGEST_MS = 30_000;

/** Full jitter: anything from 0 to min(30 s, 0.5 s · 2ⁿ), so that a thousand clients do not return in step. */
export function backOff(attempt: number, random: () => number): number {
  return Math.floor(random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt));
}
