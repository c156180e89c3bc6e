/** The name that was probably meant, or null when none is near: at most a third of the letters differ. */
export function nearestName(name: string, names: readonly string[]): string | null {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '');
  const [nearest] = names
    .map((other) => ({ other, steps: countSteps(plain(name), plain(other)) }))
    .filter(({ other, steps }) => steps <= Math.max(1, Math.floor(other.length / 3)))
    .sort((a, b) => a.steps - b.steps);
  return nearest?.other ?? null;
}

/** Letters to put in, take out or change; two neighbours that changed places count once. */
function countSteps(from: string, to: string): number {
  let before: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const change = from[i - 1] === to[j - 1] ? 0 : 1;
      const swap =
        from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1] ? (before[j - 2] ?? 0) + 1 : Infinity;
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + change, swap);
    }
    [before, row] = [row, next];
  }
  return row[to.length] ?? 0;
}
