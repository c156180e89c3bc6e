/** Softens the difference between the first places, as is usual. */
const K = 60;

/**
 * Merges rankings by reciprocal rank: what stands high in several comes first. Ties keep the order in which the
 * rankings name them.
 */
export function mergeByRank(rankings: readonly (readonly string[])[]): readonly string[] {
  const points = new Map<string, number>();
  for (const ranking of rankings) {
    for (const [at, key] of ranking.entries()) points.set(key, (points.get(key) ?? 0) + 1 / (K + at + 1));
  }
  return [...points].sort((one, other) => other[1] - one[1]).map(([key]) => key);
}
