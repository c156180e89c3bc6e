import pg from 'pg';
import { createUnitOfWork, migrateDatabase, openDatabase, type UnitOfWork } from '../src/database/index.js';
import { createEmptyDatabase } from './empty-database.js';

/** A migrated database without a server around it, for specs of a single feature. */
export interface ScratchDatabase {
  readonly unitOfWork: UnitOfWork;
  /** As the owner of the tables, past every policy. */
  asOwner<Row extends object>(sql: string, parameters?: readonly unknown[]): Promise<readonly Row[]>;
  stop(): Promise<void>;
}

export async function createScratchDatabase(postgresUrl: string): Promise<ScratchDatabase> {
  const database = await createEmptyDatabase(postgresUrl);
  await migrateDatabase(database.url);
  const source = await openDatabase({ url: database.url, poolSize: 4 });
  const owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  return {
    unitOfWork: createUnitOfWork(source),
    asOwner: async <Row extends object>(sql: string, parameters: readonly unknown[] = []) =>
      (await owner.query<Row>(sql, [...parameters])).rows,
    stop: async () => {
      await owner.end();
      await source.destroy();
      await database.drop();
    },
  };
}
