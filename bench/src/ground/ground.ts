import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../../packages/server/dist/database/embedded/index.js';
import { type Baton, startBaton } from './baton.ts';
import { type Floor, startFloor } from './floor.ts';
import { type LoadProcess, startLoadProcess } from './load-process.ts';

/** Connections that either server may open to PostgreSQL: Baton's default. */
export const POOL_SIZE = 12;

/** One PostgreSQL, durable as in production, and the processes that a benchmark starts on it. */
export interface Ground {
  /** On a database of its own, or as one more node on the database of `beside`. */
  baton(environment?: Record<string, string>, beside?: Baton): Promise<Baton>;
  /** Starts a server that was killed again, where it was and with the same data. */
  startAgain(killed: Baton, environment?: Record<string, string>): Promise<Baton>;
  floor(options: { readonly deliver: boolean }): Promise<Floor>;
  load(): LoadProcess;
  createDatabase(): Promise<string>;
  /** Ends everything that was started, and the database with it. */
  clear(): Promise<void>;
}

export async function openGround(): Promise<Ground> {
  const folder = mkdtempSync(path.join('/var/tmp', 'baton-bench-'));
  // As root the database runs as another user, who has to get in.
  chmodSync(folder, 0o755);
  const postgres = await startEmbeddedPostgres({
    dataDirectory: path.join(folder, 'postgres'),
    log: () => undefined,
  });
  const ends: (() => unknown)[] = [];
  let databases = 0;
  const createDatabase = async () => {
    databases += 1;
    const name = `bench_${databases}`;
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    await client.query(`CREATE DATABASE ${name}`);
    await client.end();
    const url = new URL(postgres.url);
    url.pathname = `/${name}`;
    return url.href;
  };
  const keep = (baton: Baton) => {
    ends.push(() => baton.server.stop());
    return baton;
  };
  return {
    createDatabase,
    baton: async (environment = {}, beside) =>
      keep(await startBaton(beside?.databaseUrl ?? (await createDatabase()), environment)),
    startAgain: async ({ databaseUrl, ports }, environment = {}) =>
      keep(await startBaton(databaseUrl, environment, ports)),
    floor: async (options) => {
      const floor = await startFloor(await createDatabase(), options);
      ends.push(() => floor.server.stop());
      return floor;
    },
    load: () => {
      const load = startLoadProcess();
      ends.push(() => load.stop());
      return load;
    },
    clear: async () => {
      for (const end of ends.reverse()) await end();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
