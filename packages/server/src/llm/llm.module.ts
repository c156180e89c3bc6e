import { type DynamicModule, Module } from '@nestjs/common';
import { type Clock, systemClock } from '../kernel/clock.js';
import { BreakingLanguageModel } from './breaking-language-model.adapter.js';
import { LANGUAGE_MODEL, type LanguageModel } from './language-model.port.js';
import type { OpenaiEndpoint } from './openai-chat.adapter.js';
import { OpenaiLanguageModel } from './openai-language-model.adapter.js';

/** Where the model is; null: no model, the rules work alone. */
export type LlmOptions = OpenaiEndpoint | null;

/** Nest's injection token for `LlmOptions`. */
export const LLM_OPTIONS = Symbol('LlmOptions');

/** The model that the options name, behind its breaker. */
export function createLanguageModel(options: LlmOptions, clock: Clock): LanguageModel | null {
  return options === null ? null : new BreakingLanguageModel(new OpenaiLanguageModel(options, clock), clock);
}

/** Provides `LANGUAGE_MODEL` to the whole application; the options come from the configuration. */
@Module({})
export class LlmModule {
  static register(options: LlmOptions): DynamicModule {
    return {
      module: LlmModule,
      global: true,
      providers: [
        { provide: LLM_OPTIONS, useValue: options },
        {
          provide: LANGUAGE_MODEL,
          useFactory: (given: LlmOptions) => createLanguageModel(given, systemClock),
          inject: [LLM_OPTIONS],
        },
      ],
      exports: [LANGUAGE_MODEL],
    };
  }
}
