export { CONFIG, type Config, ConfigError, loadConfig, VARIABLES } from './config.js';
export { ConfigModule } from './config.module.js';
