import { DataSource } from 'typeorm';
import { MIGRATIONS } from './migrations/index.js';
import { poolOf } from './pool-of.js';

/** Any number, the same on every node: whoever holds it migrates. */
const MIGRATION_LOCK = 4_830_159;

export interface DatabaseOptions {
  /** Connection string of the owner of the tables. */
  readonly url: string;
  readonly poolSize: number;
}

/** Brings the schema up to date. Several nodes may start at once: one migrates, the others wait. */
export async function migrateDatabase(url: string): Promise<readonly string[]> {
  const source = new DataSource({
    type: 'postgres',
    url,
    migrations: MIGRATIONS,
    migrationsRun: false,
    poolSize: 2,
  });
  await source.initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const done = await source.runMigrations({ transaction: 'each' });
    return done.map((migration) => migration.name);
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await lock.release();
    await source.destroy();
  }
}

/** Opens the pool that the application works with. Every connection starts as `baton_app`, which owns nothing. */
export async function openDatabase(options: DatabaseOptions): Promise<DataSource> {
  const source = new DataSource({
    type: 'postgres',
    url: options.url,
    poolSize: options.poolSize,
    extra: {
      // No jit: compiling a statement takes far longer than any of ours runs.
      options:
        '-c role=baton_app -c jit=off -c lock_timeout=5000 -c idle_in_transaction_session_timeout=15000 -c statement_timeout=15000',
      connectionTimeoutMillis: 5_000,
      // Statements are sent without waiting for the answers of earlier ones.
      pipeline: true,
    },
    // Without a listener a broken idle connection would end the process.
    poolErrorHandler: () => undefined,
  });
  await source.initialize();
  survivePartings(source);
  await assertDurable(source);
  return source;
}

/**
 * A connection that is cut off in the same breath in which it was established breaks before its borrower can listen, and
 * would end the process. Whoever gets it finds that it takes no queries; the pool does not keep it.
 */
function survivePartings(source: DataSource): void {
  poolOf(source).on('connect', (client) => client.on('error', () => undefined));
}

/** An acknowledgement is a promise that the row survives a crash; refuse a server that is set not to keep it. */
async function assertDurable(source: DataSource): Promise<void> {
  const rows: { name: string; setting: string }[] = await source.query(
    `SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes')`,
  );
  const off = rows.filter((row) => row.setting === 'off').map((row) => row.name);
  if (off.length > 0) {
    throw new Error(
      `PostgreSQL runs with ${off.join(' and ')} switched off, so acknowledged messages could be lost.`,
    );
  }
}
