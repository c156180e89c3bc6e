import {
  type DynamicModule,
  Global,
  Inject,
  Injectable,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { LOGGER, type Logger } from '../observability/index.js';
import { JOB_QUEUE } from './job-queue.port.js';
import { PgBossJobQueue } from './pg-boss-job-queue.adapter.js';

@Injectable()
class JobQueueLifecycle implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(@Inject(JOB_QUEUE) private readonly queue: PgBossJobQueue) {}

  /** After every feature has registered its workers. */
  async onApplicationBootstrap(): Promise<void> {
    await this.queue.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.queue.stop();
  }
}

/** Durable jobs. `url` belongs to the owner of the tables: pg-boss keeps its schema itself. */
@Global()
@Module({})
export class JobsModule {
  static with(url: string): DynamicModule {
    return {
      module: JobsModule,
      providers: [
        {
          provide: JOB_QUEUE,
          useFactory: (logger: Logger) => new PgBossJobQueue(url, logger),
          inject: [LOGGER],
        },
        JobQueueLifecycle,
      ],
      exports: [JOB_QUEUE],
    };
  }
}
