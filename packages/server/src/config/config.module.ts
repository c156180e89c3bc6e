import { type DynamicModule, Global, Module } from '@nestjs/common';
import { CONFIG, type Config } from './config.js';
import { createSecretBox, SECRET_BOX } from './secret-box.adapter.js';
import { readSecretKey } from './secret-key.adapter.js';

/** Makes the loaded configuration injectable everywhere. */
@Global()
@Module({})
export class ConfigModule {
  static with(config: Config): DynamicModule {
    return {
      module: ConfigModule,
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: SECRET_BOX, useFactory: () => createSecretBox(readSecretKey(config)) },
      ],
      exports: [CONFIG, SECRET_BOX],
    };
  }
}
