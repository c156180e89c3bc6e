import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface EmptyDatabase {
  /** The owner's connection to the new, empty database. */
  readonly url: string;
  drop(): Promise<void>;
}

/** Makes an empty database of its own for one spec file. */
export async function createEmptyDatabase(postgresUrl: string): Promise<EmptyDatabase> {
  const name = `baton_test_${randomBytes(6).toString('hex')}`;
  await asOwner(postgresUrl, `CREATE DATABASE ${name}`);
  const url = new URL(postgresUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => asOwner(postgresUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function asOwner(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
