const KILOBYTE = 1_024;

/** A size as people of a language write it: `0.3 kB`, `480 kB`, `2.4 MB`. */
export function formatSize(bytes: number, language: string): string {
  const isLarge = bytes >= KILOBYTE ** 2;
  // Nothing is smaller than what can be said.
  const value = Math.max(0.1, bytes / (isLarge ? KILOBYTE ** 2 : KILOBYTE));
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: isLarge ? 'megabyte' : 'kilobyte',
    unitDisplay: 'short',
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);
}
