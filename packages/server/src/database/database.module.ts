import {
  type DynamicModule,
  Global,
  Inject,
  Injectable,
  Module,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type { DataSource } from 'typeorm';
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

/** Gives the features their unit of work, and nothing else of the database. */
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
      ],
      exports: [UNIT_OF_WORK],
    };
  }
}
