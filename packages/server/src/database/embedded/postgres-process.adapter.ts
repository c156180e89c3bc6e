import { spawn } from 'node:child_process';
import { asUser, type DatabaseUser } from './database-user.adapter.js';
import type { PostgresBinaries } from './postgres-binaries.adapter.js';

/** A postgres that we started, with the shell that watches over it. */
export interface PostgresProcess {
  /** All that it wrote so far, the last 64 KB. */
  output(): string;
  hasExited(): boolean;
  onceExited(callback: () => void): void;
  /** Ends it cleanly; resolves when it is gone. */
  stop(): Promise<void>;
}

export interface PostgresProcessOptions {
  readonly binaries: PostgresBinaries;
  readonly user: DatabaseUser;
  readonly dataDirectory: string;
  readonly socketDirectory: string;
  readonly log: (line: string) => void;
}

const STOP_PATIENCE_MS = 30_000;
const OUTPUT_CHARACTERS = 65_536;

/**
 * The shell holds a pipe from this process. When this process dies, even by SIGKILL, the pipe closes and postgres
 * gets a fast shutdown (SIGINT). The shell ignores signals meant for the terminal's foreground group.
 */
const WATCHDOG = `
exec 3<&0
"$@" </dev/null 3<&- &
database=$!
trap "" INT TERM HUP
{ while read -r _; do :; done; kill -INT $database; } <&3 2>/dev/null &
watcher=$!
wait $database
status=$?
kill -KILL $watcher 2>/dev/null
exit $status`;

const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '',
  max_connections: '100',
  unix_socket_permissions: '0700',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // No statements and no row values in the log: they carry what visitors wrote.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
};

/** Starts postgres in its own session, so that Ctrl-C reaches the application first and it can drain. */
export function spawnPostgres(options: PostgresProcessOptions): PostgresProcess {
  const { binaries, user, dataDirectory, socketDirectory, log } = options;
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const command = [binaries.postgres, '-D', dataDirectory, '-k', socketDirectory, ...settings];
  const child = spawn('/bin/sh', ['-c', WATCHDOG, 'sh', ...command], {
    ...asUser(user),
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
    env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' },
  });

  let output = '';
  let exited = false;
  const listeners: (() => void)[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output = (output + text).slice(-OUTPUT_CHARACTERS);
    for (const line of text.split('\n')) if (line.trim() !== '') log(line);
  });
  const finish = (): void => {
    if (exited) return;
    exited = true;
    for (const listener of listeners) listener();
  };
  child.once('close', finish);
  child.once('error', (error) => {
    output += error.message;
    finish();
  });
  // The watchdog may be gone when we close its pipe.
  child.stdin.on('error', () => undefined);

  return {
    output: () => output,
    hasExited: () => exited,
    onceExited: (callback) => {
      if (exited) callback();
      else listeners.push(callback);
    },
    stop: () =>
      new Promise((done) => {
        if (exited) return done();
        const impatience = setTimeout(() => killSession(child.pid), STOP_PATIENCE_MS);
        listeners.push(() => {
          clearTimeout(impatience);
          done();
        });
        child.stdin.end();
      }),
  };
}

/** SIGQUIT is postgres's immediate shutdown: nothing acknowledged is lost, the next start replays the log. */
function killSession(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGQUIT');
  } catch {
    // It ended at this very moment.
  }
}
