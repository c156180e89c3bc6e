import { type DynamicModule, Global, Module } from '@nestjs/common';
import { createLogger, LOGGER } from './logger.js';
import { Metrics } from './metrics.js';

@Global()
@Module({})
export class ObservabilityModule {
  static with(logLevel: string): DynamicModule {
    return {
      module: ObservabilityModule,
      providers: [{ provide: LOGGER, useValue: createLogger(logLevel) }, Metrics],
      exports: [LOGGER, Metrics],
    };
  }
}
