import { ascii, concatBytes, has, u32be } from './bytes.js';
import type { CleanPicture } from './picture.js';

const SIGNATURE = '\x89PNG\r\n\x1a\n';
/** The picture, its transparency and brightness, and how it moves. No texts, times, EXIF or colour profile. */
const KEPT = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'sBIT',
  'bKGD',
  'pHYs',
  'acTL',
  'fcTL',
  'fdAT',
]);

/** A PNG as the chunks that make the picture, and nothing behind its end. Null when it is no whole PNG. */
export function cleanPng(bytes: Uint8Array): CleanPicture | null {
  if (ascii(bytes, 0, 8) !== SIGNATURE) return null;
  const kept = [bytes.subarray(0, 8)];
  const seen = new Map<string, number>();
  for (let at = 8; has(bytes, at, 12); ) {
    const length = u32be(bytes, at);
    const name = ascii(bytes, at + 4, 4);
    const next = at + 12 + length;
    if (!has(bytes, at, length + 12)) return null;
    // The header comes first, and once.
    if ((name === 'IHDR') !== (seen.size === 0)) return null;
    seen.set(name, (seen.get(name) ?? 0) + 1);
    if (KEPT.has(name)) kept.push(bytes.subarray(at, next));
    if (name === 'IEND') {
      if (!seen.has('IDAT')) return null;
      return {
        type: 'image/png',
        bytes: concatBytes(kept),
        width: u32be(bytes, 16),
        height: u32be(bytes, 20),
        frames: Math.max(1, seen.get('fcTL') ?? 0),
      };
    }
    at = next;
  }
  return null;
}
