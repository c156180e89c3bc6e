import pg from 'pg';
import { inject } from 'vitest';
import { createEmptyDatabase } from '../../../test/empty-database.js';
import { migrateDatabase } from '../../database/index.js';
import { systemRandom } from '../../kernel/random.js';
import { createLogger } from '../../observability/logger.js';
import { nodeBusContract } from './node-bus.contract.js';
import { PostgresNodeBus } from './postgres-node-bus.adapter.js';

nodeBusContract('PostgreSQL', async () => {
  const database = await createEmptyDatabase(inject('postgresUrl'));
  await migrateDatabase(database.url);
  const bus = () => new PostgresNodeBus(database.url, systemRandom, createLogger('silent'));
  const [here, there] = [bus(), bus()];
  return {
    here,
    there,
    cut: async () => {
      const owner = new pg.Client({ connectionString: database.url });
      await owner.connect();
      await owner.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND application_name = 'baton notifications'`,
      );
      await owner.end();
    },
    end: async () => {
      await Promise.all([here.stop(), there.stop()]);
      await database.drop();
    },
  };
});
