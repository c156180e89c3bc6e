import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { asUser, type DatabaseUser } from './database-user.adapter.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';

/** Paths of the two programs that we run. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * Finds PostgreSQL's programs for this platform and makes sure that the database user can run them. Where it
 * cannot (a checkout under a 0700 directory, read-only node_modules), they are copied into `copyInto` once.
 */
export function findPostgresBinaries(user: DatabaseUser, copyInto: string): PostgresBinaries {
  const packaged = packagedDirectory();
  if (completeLinks(packaged) && complaint(packaged, user) === null) return programs(packaged);

  const copied = copyOnce(packaged, copyInto);
  const problem = complaint(copied, user);
  if (problem === null) return programs(copied);
  throw new EmbeddedPostgresError(
    `The bundled PostgreSQL does not run on this machine (${problem}); set DATABASE_URL to a PostgreSQL server.`,
  );
}

function programs(native: string): PostgresBinaries {
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
}

function packagedDirectory(): string {
  const platform = `${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    return join(dirname(entry), '..', 'native');
  } catch (cause) {
    throw new EmbeddedPostgresError(
      `There is no bundled PostgreSQL for ${platform}; set DATABASE_URL to a PostgreSQL server.`,
      { cause },
    );
  }
}

/**
 * The package makes its library links in an install script, which we do not allow. False when the directory is
 * read-only.
 */
function completeLinks(native: string): boolean {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links: readonly { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  return links.every(({ source, target }) => linkOnce(basename(source), join(native, '..', target)));
}

function linkOnce(source: string, target: string): boolean {
  if (lstatSync(target, { throwIfNoEntry: false })) return true;
  try {
    symlinkSync(source, target);
    return true;
  } catch {
    // Another process may have made it in between; anything else means that we may not write here.
    return lstatSync(target, { throwIfNoEntry: false }) !== undefined;
  }
}

function complaint(native: string, user: DatabaseUser): string | null {
  const run = spawnSync(join(native, 'bin', 'postgres'), ['--version'], {
    ...asUser(user),
    cwd: '/',
    encoding: 'utf8',
  });
  if (run.status === 0) return null;
  return run.error?.message ?? run.stderr.trim().split('\n')[0] ?? 'it ended without a word';
}

function copyOnce(packaged: string, copyInto: string): string {
  const name = `postgres-${createHash('sha256').update(packaged).digest('hex').slice(0, 12)}`;
  const target = join(copyInto, name);
  if (!existsSync(target)) {
    try {
      mkdirSync(copyInto, { recursive: true, mode: 0o755 });
      const beside = mkdtempSync(`${target}.`);
      cpSync(packaged, join(beside, 'native'), { recursive: true, verbatimSymlinks: true });
      chmodSync(beside, 0o755);
      completeLinks(join(beside, 'native'));
      moveIntoPlace(beside, target);
    } catch (cause) {
      throw new EmbeddedPostgresError(
        `The bundled PostgreSQL cannot be copied to ${copyInto}; check its permissions and disk space.`,
        { cause },
      );
    }
  }
  return join(target, 'native');
}

function moveIntoPlace(beside: string, target: string): void {
  try {
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
}
