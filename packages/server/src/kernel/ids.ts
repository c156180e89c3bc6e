import type { IdByPrefix, IdPrefix } from '@baton/shared-types';
import type { Clock } from './clock.js';
import type { Random } from './random.js';

/** Makes ids. Injected, so that tests get the same ids every time. */
export interface Ids {
  next<P extends IdPrefix>(prefix: P): IdByPrefix[P];
}

/** Nest’s injection token. */
export const IDS = Symbol('Ids');

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** ULID-shaped ids: 48 bits of milliseconds, 80 random bits, so that they sort by time of making. */
export function createIds(clock: Clock, random: Random): Ids {
  return {
    next: <P extends IdPrefix>(prefix: P) =>
      `${prefix}_${encodeTime(clock.now().getTime())}${encodeRandom(random.bytes(16))}` as IdByPrefix[P],
  };
}

function encodeTime(ms: number): string {
  let rest = ms;
  let out = '';
  for (let i = 0; i < 10; i += 1) {
    out = ALPHABET.charAt(rest % 32) + out;
    rest = Math.floor(rest / 32);
  }
  return out;
}

function encodeRandom(bytes: Uint8Array): string {
  let out = '';
  for (const byte of bytes) out += ALPHABET.charAt(byte & 31);
  return out;
}
