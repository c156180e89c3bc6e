import { createHash } from 'node:crypto';
import { chownSync, lstatSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseUser } from './database-user.adapter.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';

/**
 * A directory that only the database user can enter, for the socket of one data directory. It lies directly in
 * `/tmp` because a socket's path must stay below 104 bytes, wherever the data are.
 */
export function openSocketDirectory(dataDirectory: string, user: DatabaseUser): string {
  const name = createHash('sha256').update(dataDirectory).digest('hex').slice(0, 16);
  const path = join('/tmp', `baton-${name}`);
  const owner = user?.uid ?? process.getuid?.() ?? 0;
  try {
    mkdirSync(path, { mode: 0o700 });
    if (user !== null) chownSync(path, user.uid, user.gid);
  } catch (error) {
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (!found) throw new EmbeddedPostgresError(`The directory ${path} cannot be made.`, { cause: error });
    // In a shared /tmp somebody else could have laid it out for us.
    if (!found.isDirectory() || found.uid !== owner || (found.mode & 0o077) !== 0) {
      throw new EmbeddedPostgresError(`${path} belongs to somebody else; remove it and start again.`);
    }
  }
  return path;
}
