import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { createCluster, inspectDataDirectory, locateDataDirectory } from './data-directory.adapter.js';
import { chooseDatabaseUser } from './database-user.adapter.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { explainFailure, isStillLocked } from './explain-failure.js';
import { findPostgresBinaries } from './postgres-binaries.adapter.js';
import {
  type PostgresProcess,
  type PostgresProcessOptions,
  spawnPostgres,
} from './postgres-process.adapter.js';
import { openSocketDirectory } from './socket-directory.adapter.js';

export interface EmbeddedPostgresOptions {
  /** Where the cluster lives. Made when it is missing. */
  readonly dataDirectory: string;
  /** Gets each line that postgres writes and what we decided for it. Never statements or row values. */
  readonly log: (line: string) => void;
  /** As root: where binaries and data go when the database user cannot reach them. Default `/var/lib/baton`. */
  readonly systemDirectory?: string;
}

export interface EmbeddedPostgres {
  /** A connection as the superuser `baton` over a unix socket. */
  readonly url: string;
  /** True when another process of ours had already started it; that process also ends it. */
  readonly attached: boolean;
  /** Lets go of the database, and ends it when this process started it. */
  stop(): Promise<void>;
  /** `callback` runs once when the database goes away although nobody here called `stop`. */
  onExit(callback: () => void): void;
}

const PATIENCE_MS = 30_000;

/** The watchdog ends postgres within milliseconds of its owner's death; a loaded machine takes longer. */
const STAY_MS = 250;

/**
 * Starts the PostgreSQL that Baton brings, or attaches to the one that already serves this directory.
 *
 * @throws EmbeddedPostgresError with one sentence for people: directory unusable, no disk space, no usable user,
 * platform without binaries.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { log, systemDirectory = '/var/lib/baton' } = options;
  const user = chooseDatabaseUser(options.dataDirectory);
  const { path: dataDirectory, moved } = locateDataDirectory(options.dataDirectory, user, systemDirectory);
  if (moved) log(`the database user cannot enter ${options.dataDirectory}; the data are in ${dataDirectory}`);
  const socketDirectory = openSocketDirectory(dataDirectory, user);
  const url = `postgres://baton@localhost/postgres?host=${encodeURIComponent(socketDirectory)}`;
  const running = await connectToStay(url);
  if (running) return attach(url, running);

  const copyInto = user === null ? dirname(dataDirectory) : systemDirectory;
  const binaries = findPostgresBinaries(user, copyInto);
  if (!inspectDataDirectory(dataDirectory)) await createCluster(dataDirectory, binaries, user);
  return startOrAttach(url, { binaries, user, dataDirectory, socketDirectory, log });
}

async function startOrAttach(url: string, options: PostgresProcessOptions): Promise<EmbeddedPostgres> {
  const startedAt = performance.now();
  for (;;) {
    const postgres = spawnPostgres(options);
    if (await becomesReady(postgres, url)) return own(url, postgres);

    await postgres.stop();
    const output = postgres.output();
    const running = await connectToStay(url);
    if (running) return attach(url, running);
    if (!isStillLocked(output) || performance.now() - startedAt > PATIENCE_MS) {
      throw new EmbeddedPostgresError(explainFailure(output, options.dataDirectory));
    }
    // The previous postgres is still going down, or is a zombie that its parent has not reaped yet.
    await sleep(100);
  }
}

async function becomesReady(postgres: PostgresProcess, url: string): Promise<boolean> {
  while (!postgres.hasExited()) {
    if (/ready to accept connections/.test(postgres.output())) {
      const client = await connect(url);
      await client?.end();
      if (client) return true;
    }
    await sleep(10);
  }
  return false;
}

function own(url: string, postgres: PostgresProcess): EmbeddedPostgres {
  let stopping = false;
  return {
    url,
    attached: false,
    stop: () => {
      stopping = true;
      return postgres.stop();
    },
    onExit: (callback) =>
      postgres.onceExited(() => {
        if (!stopping) callback();
      }),
  };
}

function attach(url: string, client: Client): EmbeddedPostgres {
  let stopping = false;
  let gone = false;
  const listeners: (() => void)[] = [];
  client.once('end', () => {
    gone = true;
    if (!stopping) for (const listener of listeners) listener();
  });
  return {
    url,
    attached: true,
    stop: async () => {
      stopping = true;
      if (!gone) await client.end();
    },
    onExit: (callback) => {
      if (gone && !stopping) callback();
      else listeners.push(callback);
    },
  };
}

/** As `connect`, but null too for a postgres whose owner was just killed and that is about to follow. */
async function connectToStay(url: string): Promise<Client | null> {
  const client = await connect(url);
  if (!client) return null;
  const ended = new Promise<true>((end) => client.once('end', () => end(true)));
  const left = await Promise.race([ended, sleep(STAY_MS, false)]);
  return left ? null : client;
}

/** A live connection, or null when nothing answers there. */
async function connect(url: string): Promise<Client | null> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  // A connection that is cut reports itself here too; `end` says all that we need.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch {
    return null;
  }
}
