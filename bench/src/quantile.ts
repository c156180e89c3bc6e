/** The value below which the share `q` (0 to 1) of the numbers lies; NaN for no numbers. */
export function quantile(numbers: readonly number[], q: number): number {
  const sorted = Float64Array.from(numbers).sort();
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? Number.NaN;
}

/** The middle one, so that one disturbed round does not speak for all. */
export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}
