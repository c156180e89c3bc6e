import { sha256Hex } from '../kernel/digest.js';
import type { Random } from '../kernel/random.js';

/** A bearer secret and what we keep of it. The secret itself is given out once and never stored. */
export interface Secret {
  readonly secret: string;
  readonly hash: string;
}

/** 256 random bits, so a plain SHA-256 is enough to keep: there is nothing to guess. */
export function newSecret(random: Random): Secret {
  const secret = Buffer.from(random.bytes(32)).toString('base64url');
  return { secret, hash: hashSecret(secret) };
}

export function hashSecret(secret: string): string {
  return sha256Hex(secret);
}
