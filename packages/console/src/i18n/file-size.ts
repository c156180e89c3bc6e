import { texts } from './texts.js';

const KILOBYTE = 1_024;

/** `0.3 kB`, `480 kB`, `2.4 MB`. */
export function fileSize(bytes: number): string {
  const isLarge = bytes >= KILOBYTE ** 2;
  // Nothing is smaller than what can be said.
  const value = Math.max(0.1, bytes / (isLarge ? KILOBYTE ** 2 : KILOBYTE));
  return new Intl.NumberFormat(texts().locale, {
    style: 'unit',
    unit: isLarge ? 'megabyte' : 'kilobyte',
    unitDisplay: 'short',
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);
}
