import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../src/database/embedded/index.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** The owner's connection to a PostgreSQL on which the tests make scratch databases. */
    readonly postgresUrl: string;
  }
}

/** One PostgreSQL for the whole run: the server that DATABASE_URL names, else the embedded one in a scratch folder. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['DATABASE_URL'];
  if (given) {
    project.provide('postgresUrl', given);
    return async () => undefined;
  }
  const folder = mkdtempSync(path.join('/var/tmp', 'baton-test-'));
  const postgres = await startEmbeddedPostgres({
    dataDirectory: path.join(folder, 'postgres'),
    log: () => undefined,
  });
  project.provide('postgresUrl', postgres.url);
  return async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
