import { type DynamicModule, Global, Module } from '@nestjs/common';
import { HealthController } from './health.controller.js';
import { createLogger, LOGGER } from './logger.js';
import { Metrics } from './metrics.js';
import { Readiness } from './readiness.js';

@Global()
@Module({})
export class ObservabilityModule {
  static with(logLevel: string): DynamicModule {
    return {
      module: ObservabilityModule,
      controllers: [HealthController],
      providers: [{ provide: LOGGER, useValue: createLogger(logLevel) }, Metrics, Readiness],
      exports: [LOGGER, Metrics, Readiness],
    };
  }
}
