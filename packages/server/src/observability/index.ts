export { createLogger, LOGGER, type Logger } from './logger.js';
export { Metrics } from './metrics.js';
export { ObservabilityModule } from './observability.module.js';
export { Readiness } from './readiness.js';
