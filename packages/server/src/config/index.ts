export { CONFIG, type Config, ConfigError, loadConfig } from './config.js';
export { ConfigModule } from './config.module.js';
export { SECRET_BOX, type SecretBox } from './secret-box.adapter.js';
