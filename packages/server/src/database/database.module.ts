import {
  type DynamicModule,
  Global,
  Inject,
  Injectable,
  Module,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { DatabaseProbe } from './database-probe.repository.js';
import { createUnitOfWork } from './typeorm-unit-of-work.js';
import { UNIT_OF_WORK } from './unit-of-work.js';

const DATA_SOURCE = Symbol('DataSource');

@Injectable()
class DataSourceCloser implements OnApplicationShutdown {
  constructor(@Inject(DATA_SOURCE) private readonly source: DataSource) {}

  async onApplicationShutdown(): Promise<void> {
    await this.source.destroy();
  }
}

/** Gives the features their unit of work; of the rest of the database only whether it answers. */
@Global()
@Module({})
export class DatabaseModule {
  static with(source: DataSource): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [
        { provide: DATA_SOURCE, useValue: source },
        { provide: UNIT_OF_WORK, useValue: createUnitOfWork(source) },
        DataSourceCloser,
        DatabaseProbe,
      ],
      exports: [UNIT_OF_WORK, DatabaseProbe],
    };
  }
}
