import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ClientConfig } from 'pg';

/** How to reach the embedded database that keeps its data in this directory, past server and policies. */
export function connectionTo({ databaseDirectory }: { readonly databaseDirectory: string }): ClientConfig {
  // The running database names the directory of its socket in the fifth line of this file.
  const pidFile = readFileSync(path.join(databaseDirectory, 'postmaster.pid'), 'utf8');
  return { host: pidFile.split('\n')[4] ?? '', user: 'baton', database: 'postgres' };
}
