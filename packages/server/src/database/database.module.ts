import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { DatabaseProbe } from './database-probe.repository.js';
import { createUnitOfWork } from './typeorm-unit-of-work.js';
import { UNIT_OF_WORK } from './unit-of-work.js';

/** Gives the features their unit of work; of the rest of the database only whether it answers. */
@Global()
@Module({})
export class DatabaseModule {
  static with(source: DataSource): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [{ provide: UNIT_OF_WORK, useValue: createUnitOfWork(source) }, DatabaseProbe],
      exports: [UNIT_OF_WORK, DatabaseProbe],
    };
  }
}
