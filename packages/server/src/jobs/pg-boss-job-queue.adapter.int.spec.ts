import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createEmptyDatabase, type EmptyDatabase } from '../../test/empty-database.js';
import { migrateDatabase } from '../database/index.js';
import { createLogger } from '../observability/logger.js';
import { PgBossJobQueue } from './pg-boss-job-queue.adapter.js';

const NODES = 6;
const ROUNDS = 5;

let database: EmptyDatabase;
beforeAll(async () => {
  database = await createEmptyDatabase(inject('postgresUrl'));
  await migrateDatabase(database.url);
});
afterAll(() => database?.drop());

it('nodes that start in the same moment, on a new database or a known one, all get their queues', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const queues = Array.from(
      { length: NODES },
      () => new PgBossJobQueue(database.url, createLogger('silent')),
    );
    try {
      for (const queue of queues) await queue.work('spec.work', async () => undefined);
      const started = await Promise.allSettled(queues.map((queue) => queue.start()));
      expect(started.map(({ status }) => status)).toEqual(queues.map(() => 'fulfilled'));
    } finally {
      await Promise.all(queues.map((queue) => queue.stop()));
    }
  }
});
