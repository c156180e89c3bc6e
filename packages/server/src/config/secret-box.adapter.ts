import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { OperationalError } from '../kernel/errors.js';

/** Seals secrets that must be read again, so that the database alone does not give them away. */
export interface SecretBox {
  /** `place` names where it is stored (table, column, row); what is sealed for one place opens in no other. */
  seal(secret: string, place: string): string;
  /** Throws when it was sealed with another key or for another place, or has been changed. */
  open(sealed: string, place: string): string;
}

export const SECRET_BOX = Symbol('SecretBox');

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM; the place is authenticated with it. `key`: 32 bytes. */
export function createSecretBox(key: Uint8Array): SecretBox {
  return {
    seal(secret, place) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(place));
      const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
    },
    open(sealed, place) {
      const bytes = Buffer.from(sealed, 'base64');
      const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      });
      try {
        decipher.setAAD(Buffer.from(place));
        decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
        const body = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
        return Buffer.concat([body, decipher.final()]).toString('utf8');
      } catch (cause) {
        throw new OperationalError('unavailable', [], { cause });
      }
    },
  };
}
