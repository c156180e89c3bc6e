import { readFileSync, type Stats, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';

/** Whom postgres runs as: `null` means as ourselves. */
export type DatabaseUser = { readonly uid: number; readonly gid: number } | null;

/**
 * postgres refuses to run as root and under a user id without a name. As root we take the owner of an existing
 * data directory, else `postgres`, else `nobody`.
 */
export function chooseDatabaseUser(dataDirectory: string, passwdFile = '/etc/passwd'): DatabaseUser {
  if (process.getuid?.() !== 0) {
    requireNamedUser();
    return null;
  }
  const users = readUsers(passwdFile);
  const owner = statOrNull(dataDirectory)?.uid ?? 0;
  const user =
    (owner !== 0 ? users.find(({ uid }) => uid === owner) : undefined) ??
    users.find(({ name }) => name === 'postgres') ??
    users.find(({ name }) => name === 'nobody');
  if (!user) {
    throw new EmbeddedPostgresError(
      'PostgreSQL does not run as root, and there is neither a user "postgres" nor "nobody"; start as another user or set DATABASE_URL.',
    );
  }
  return { uid: user.uid, gid: user.gid };
}

/** The part of Node's spawn options that makes a child run as this user. */
export function asUser(user: DatabaseUser): { uid?: number; gid?: number } {
  return user === null ? {} : { uid: user.uid, gid: user.gid };
}

interface NamedUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

function readUsers(passwdFile: string): readonly NamedUser[] {
  return readFileSync(passwdFile, 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .flatMap(([name, , uid, gid]) =>
      name !== undefined && uid !== undefined && gid !== undefined
        ? [{ name, uid: Number(uid), gid: Number(gid) }]
        : [],
    );
}

function requireNamedUser(): void {
  try {
    userInfo();
  } catch (cause) {
    throw new EmbeddedPostgresError(
      'PostgreSQL needs a user with a name, and this user id has none; start as another user or set DATABASE_URL.',
      { cause },
    );
  }
}

function statOrNull(path: string): Stats | null {
  return statSync(path, { throwIfNoEntry: false }) ?? null;
}
