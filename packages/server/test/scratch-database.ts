import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../src/database/embedded/index.js';
import { createUnitOfWork, migrateDatabase, openDatabase, type UnitOfWork } from '../src/database/index.js';

export interface ScratchDatabase {
  /** Connection string of the owner of the tables. */
  readonly url: string;
  readonly unitOfWork: UnitOfWork;
  /** Rows, as the owner and without isolation. */
  asOwner<Row extends object>(sql: string, parameters?: readonly unknown[]): Promise<readonly Row[]>;
  stop(): Promise<void>;
}

/** An empty, migrated database: on the server that `DATABASE_URL` names, else on an embedded one. */
export async function createScratchDatabase(): Promise<ScratchDatabase> {
  const server = process.env['DATABASE_URL'] ? givenServer(process.env['DATABASE_URL']) : await ownServer();
  const name = `scratch_${process.pid}_${Date.now()}`;
  await run(server.url, `CREATE DATABASE ${name}`);
  const url = withDatabase(server.url, name);
  await migrateDatabase(url);
  const source = await openDatabase({ url, poolSize: 4 });
  return {
    url,
    unitOfWork: createUnitOfWork(source),
    asOwner: (sql, parameters) => run(url, sql, parameters),
    stop: async () => {
      await source.destroy();
      await run(server.url, `DROP DATABASE ${name} WITH (FORCE)`);
      await server.stop();
    },
  };
}

interface Server {
  readonly url: string;
  stop(): Promise<void>;
}

function givenServer(url: string): Server {
  return { url, stop: async () => undefined };
}

async function ownServer(): Promise<Server> {
  const directory = mkdtempSync(join(tmpdir(), 'baton-scratch-'));
  chmodSync(directory, 0o755);
  const postgres = await startEmbeddedPostgres({
    dataDirectory: join(directory, 'db'),
    systemDirectory: join(directory, 'system'),
    log: () => undefined,
  });
  return {
    url: postgres.url,
    stop: async () => {
      await postgres.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

async function run<Row extends object>(
  url: string,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<readonly Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql, [...parameters])).rows;
  } finally {
    await client.end();
  }
}
