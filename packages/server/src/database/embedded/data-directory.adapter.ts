import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { asUser, type DatabaseUser } from './database-user.adapter.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { explainFailure } from './explain-failure.js';
import type { PostgresBinaries } from './postgres-binaries.adapter.js';

const POSTGRES_VERSION = '18';

/** A new cluster takes 56 MB with its first log segment; below this it would soon stop. */
const BYTES_FOR_NEW_CLUSTER = 128 * 1024 * 1024;

/**
 * Where the cluster really is. Normally the wanted directory; where the database user cannot enter its parent
 * (root with a checkout under a 0700 directory), one below `elsewhere` that belongs to the wanted path.
 */
export function locateDataDirectory(
  wanted: string,
  user: DatabaseUser,
  elsewhere: string,
): { readonly path: string; readonly moved: boolean } {
  const parent = dirname(resolve(wanted));
  makeDirectory(parent);
  const path = join(realpathSync(parent), basename(resolve(wanted)));
  if (user === null || canEnter(dirname(path), user)) return { path, moved: false };

  const name = createHash('sha256').update(path).digest('hex').slice(0, 12);
  const reachable = join(elsewhere, `data-${name}`, 'db');
  makeDirectory(dirname(reachable));
  return { path: reachable, moved: true };
}

/** Refuses what we cannot work with, in one sentence; true when a cluster already stands there. */
export function inspectDataDirectory(path: string): boolean {
  const entries = listDirectory(path);
  if (!entries.includes('PG_VERSION')) {
    if (entries.length > 0) {
      throw new EmbeddedPostgresError(
        `The data directory ${path} holds other files; choose an empty or a new one.`,
      );
    }
    return false;
  }
  const version = readVersion(path);
  if (version === POSTGRES_VERSION) return true;
  throw new EmbeddedPostgresError(
    `The data directory ${path} was made by PostgreSQL ${version}, and this release brings ${POSTGRES_VERSION}.`,
  );
}

/** Makes a cluster beside the data directory and renames it, so that a kill in between leaves no half cluster. */
export async function createCluster(
  path: string,
  binaries: PostgresBinaries,
  user: DatabaseUser,
): Promise<void> {
  requireSpace(dirname(path));
  removeAbandoned(path);
  const beside = mkdtempSync(`${path}.init-${process.pid}-`);
  try {
    if (user !== null) chownSync(beside, user.uid, user.gid);
    await runInitdb(beside, binaries, user);
    moveIntoPlace(beside, path);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    throw error instanceof EmbeddedPostgresError ? error : unreadable(path, error);
  }
}

function runInitdb(directory: string, binaries: PostgresBinaries, user: DatabaseUser): Promise<void> {
  // Plain C would make ILIKE blind to everything that is not ASCII.
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  // Whoever can open the socket is the owner: it lies in a 0700 directory and nothing listens on the network.
  const access = ['--username=baton', '--auth=trust'];
  return new Promise((done, failed) => {
    const child = spawn(
      binaries.initdb,
      ['-D', directory, ...access, ...locale, '--encoding=UTF8', '--data-checksums', '--no-instructions'],
      {
        ...asUser(user),
        cwd: '/',
        stdio: ['ignore', 'ignore', 'pipe'],
        env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' },
      },
    );
    let output = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.once('error', failed);
    child.once('close', (code) => {
      if (code === 0) done();
      else failed(new EmbeddedPostgresError(explainFailure(output, directory)));
    });
  });
}

function moveIntoPlace(beside: string, path: string): void {
  try {
    renameSync(beside, path);
  } catch (error) {
    // Another process was faster: its cluster is as good as ours.
    if (!existsSync(join(path, 'PG_VERSION'))) throw error;
    rmSync(beside, { recursive: true, force: true });
  }
}

function removeAbandoned(path: string): void {
  const prefix = `${basename(path)}.init-`;
  for (const name of readdirSync(dirname(path))) {
    if (!name.startsWith(prefix)) continue;
    const abandoned = join(dirname(path), name);
    const pid = Number.parseInt(name.slice(prefix.length), 10);
    if (!isAtWork(pid, abandoned)) rmSync(abandoned, { recursive: true, force: true });
  }
}

/** In a container the process before us may have had our own pid: then only the age tells. */
function isAtWork(pid: number, directory: string): boolean {
  if (pid === process.pid) return statSync(directory).mtimeMs > Date.now() - process.uptime() * 1000;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

function requireSpace(directory: string): void {
  const { bavail, bsize } = statfsSync(directory);
  if (bavail * bsize >= BYTES_FOR_NEW_CLUSTER) return;
  throw new EmbeddedPostgresError(
    `There is not enough disk space for the database in ${directory}: it needs ${BYTES_FOR_NEW_CLUSTER / 1024 / 1024} MB.`,
  );
}

function canEnter(directory: string, user: DatabaseUser): boolean {
  const run = spawnSync('/bin/sh', ['-c', 'cd "$0"', directory], { ...asUser(user), cwd: '/' });
  return run.status === 0;
}

function makeDirectory(path: string): void {
  try {
    // Not the cluster's 0700: with `recursive` it would fall on every parent too.
    mkdirSync(path, { recursive: true, mode: 0o755 });
  } catch (error) {
    throw unreadable(path, error);
  }
}

function listDirectory(path: string): readonly string[] {
  try {
    return statSync(path, { throwIfNoEntry: false }) ? readdirSync(path) : [];
  } catch (error) {
    throw unreadable(path, error);
  }
}

function readVersion(path: string): string {
  try {
    return readFileSync(join(path, 'PG_VERSION'), 'utf8').trim();
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: string, cause: unknown): EmbeddedPostgresError {
  const code = errorCode(cause);
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new EmbeddedPostgresError(`There is no disk space left for the database in ${path}.`, { cause });
  }
  return new EmbeddedPostgresError(
    `The data directory ${path} cannot be used (${code ?? String(cause)}); mend its permissions or choose another one.`,
    { cause },
  );
}

function errorCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
