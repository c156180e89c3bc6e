export const FOLDS = [0, 1, 2, 3, 4] as const;

/** One of five folds, by a hash of the text alone (FNV-1a), so that an example never changes its fold. */
export function foldOf(text: string): (typeof FOLDS)[number] {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return FOLDS[(hash >>> 8) % FOLDS.length] ?? 0;
}
