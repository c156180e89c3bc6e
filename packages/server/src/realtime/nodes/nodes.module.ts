import { type DynamicModule, Global, Module } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/index.js';
import { RANDOM, type Random } from '../../kernel/random.js';
import { LOGGER, type Logger } from '../../observability/index.js';
import { FallbackNodeBus } from './fallback-node-bus.js';
import { InProcessNodeBus } from './in-process-node-bus.adapter.js';
import { NODE_BUS, type NodeBus } from './node-bus.port.js';
import { PostgresNodeBus } from './postgres-node-bus.adapter.js';
import { RedisNodeBus } from './redis-node-bus.adapter.js';

/** How this node and the others hear of each other. Whoever starts the application starts and stops the bus. */
@Global()
@Module({})
export class NodesModule {
  static with(url: string): DynamicModule {
    return {
      module: NodesModule,
      providers: [
        {
          provide: NODE_BUS,
          inject: [CONFIG, RANDOM, LOGGER],
          useFactory: (config: Config, random: Random, logger: Logger): NodeBus => {
            // An embedded database belongs to the one node that started it.
            if (!config.DATABASE_URL) return new InProcessNodeBus();
            const postgres = new PostgresNodeBus(url, random, logger);
            if (!config.REDIS_URL) return postgres;
            const redis = new RedisNodeBus(config.REDIS_URL, `baton:${config.PUBLIC_URL}`, random, logger);
            return new FallbackNodeBus(redis, postgres);
          },
        },
      ],
      exports: [NODE_BUS],
    };
  }
}
