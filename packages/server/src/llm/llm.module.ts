import { Global, Module } from '@nestjs/common';
import { CLOCK, type Clock } from '../kernel/clock.js';
import { BreakingLanguageModel } from './breaking-language-model.adapter.js';
import { LANGUAGE_MODEL, type LanguageModel } from './language-model.port.js';
import { LimitedLanguageModel, type ModelLimits } from './limited-language-model.adapter.js';
import type { OpenaiEndpoint } from './openai-chat.adapter.js';
import { OpenaiLanguageModel } from './openai-language-model.adapter.js';

/** Where the model is; null: no model, the rules work alone. */
export type LlmOptions = (OpenaiEndpoint & { readonly limits: ModelLimits }) | null;

/** Nest's injection token for `LlmOptions`, provided by the application from its configuration. */
export const LLM_OPTIONS = Symbol('LlmOptions');

function createLanguageModel(options: LlmOptions, clock: Clock): LanguageModel | null {
  if (options === null) return null;
  const breaking = new BreakingLanguageModel(new OpenaiLanguageModel(options, clock), clock);
  return new LimitedLanguageModel(breaking, options.limits);
}

/** Provides `LANGUAGE_MODEL` everywhere. */
@Global()
@Module({
  providers: [{ provide: LANGUAGE_MODEL, useFactory: createLanguageModel, inject: [LLM_OPTIONS, CLOCK] }],
  exports: [LANGUAGE_MODEL],
})
export class LlmModule {}
