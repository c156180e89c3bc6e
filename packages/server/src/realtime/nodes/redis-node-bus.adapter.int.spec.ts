import { describe, expect, inject, test, vi } from 'vitest';
import { createEmptyDatabase } from '../../../test/empty-database.js';
import { hasRedis, startRedis } from '../../../test/redis-server.js';
import { migrateDatabase } from '../../database/index.js';
import { systemRandom } from '../../kernel/random.js';
import { createLogger } from '../../observability/logger.js';
import { FallbackNodeBus } from './fallback-node-bus.js';
import { nodeBusContract } from './node-bus.contract.js';
import type { NodeMessage } from './node-bus.port.js';
import { PostgresNodeBus } from './postgres-node-bus.adapter.js';
import { RedisNodeBus } from './redis-node-bus.adapter.js';

const logger = createLogger('silent');

describe.skipIf(!hasRedis())('with a Redis', () => {
  nodeBusContract('Redis', async () => {
    const redis = await startRedis();
    const bus = () => new RedisNodeBus(redis.url, 'baton:test', systemRandom, logger);
    const [here, there] = [bus(), bus()];
    return {
      here,
      there,
      cut: () => redis.restart(),
      end: async () => {
        await Promise.all([here.stop(), there.stop()]);
        await redis.stop();
      },
    };
  });

  test('where Redis is away, the nodes hear of each other through PostgreSQL', async () => {
    const redis = await startRedis();
    const database = await createEmptyDatabase(inject('postgresUrl'));
    await migrateDatabase(database.url);
    const bus = () =>
      new FallbackNodeBus(
        new RedisNodeBus(redis.url, 'baton:test', systemRandom, logger),
        new PostgresNodeBus(database.url, systemRandom, logger),
      );
    const [here, there] = [bus(), bus()];
    const heard: NodeMessage[] = [];
    there.subscribe((message) => heard.push(message));
    await Promise.all([here.start(), there.start()]);
    const tell = async (sessionHash: string) => {
      await vi.waitFor(
        () => {
          here.publish({ kind: 'signed_out', sessionHash });
          expect(heard).toContainEqual({ kind: 'signed_out', sessionHash });
        },
        { timeout: 15_000, interval: 50 },
      );
    };
    await tell('through Redis');
    await redis.kill();
    await tell('through PostgreSQL');
    await Promise.all([here.stop(), there.stop()]);
    await database.drop();
  });
});
