import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Config } from './config.js';

const FILE = 'secret.key';

/** The key that stored secrets are sealed with: the configured one, else one that is made once and kept in DATA_DIR. */
export function readSecretKey({ SECRET_KEY, DATA_DIR }: Pick<Config, 'SECRET_KEY' | 'DATA_DIR'>): Uint8Array {
  if (SECRET_KEY) return Buffer.from(SECRET_KEY, 'base64');
  const file = path.join(DATA_DIR, FILE);
  try {
    mkdirSync(DATA_DIR, { recursive: true });
    // Of two processes that begin at once one makes the file, and both read that one.
    writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!isExisting(error)) throw error;
  }
  return Buffer.from(readFileSync(file, 'utf8'), 'base64');
}

function isExisting(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}
