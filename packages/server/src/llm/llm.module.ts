import { Global, Module } from '@nestjs/common';
import { CLOCK, type Clock } from '../kernel/clock.js';
import { BreakingEmbeddingModel } from './breaking-embedding-model.adapter.js';
import { BreakingLanguageModel } from './breaking-language-model.adapter.js';
import { EMBEDDING_MODEL, type EmbeddingModel } from './embedding-model.port.js';
import { LANGUAGE_MODEL, type LanguageModel } from './language-model.port.js';
import { LimitedLanguageModel, type ModelLimits } from './limited-language-model.adapter.js';
import type { OpenaiEndpoint } from './openai-client.adapter.js';
import { OpenaiEmbeddingModel } from './openai-embedding-model.adapter.js';
import { OpenaiLanguageModel } from './openai-language-model.adapter.js';

/** Where the model is; null: no model, the rules work alone. */
export type LlmOptions =
  | (OpenaiEndpoint & {
      readonly limits: ModelLimits;
      /** The model of the same endpoint that embeds texts; null: none. */
      readonly embeddingModel: string | null;
    })
  | null;

/** Nest's injection token for `LlmOptions`, provided by the application from its configuration. */
export const LLM_OPTIONS = Symbol('LlmOptions');

function createLanguageModel(options: LlmOptions, clock: Clock): LanguageModel | null {
  if (options === null) return null;
  const breaking = new BreakingLanguageModel(new OpenaiLanguageModel(options, clock), clock);
  return new LimitedLanguageModel(breaking, options.limits);
}

function createEmbeddingModel(options: LlmOptions, clock: Clock): EmbeddingModel | null {
  if (options === null || options.embeddingModel === null) return null;
  const endpoint = { ...options, model: options.embeddingModel };
  return new BreakingEmbeddingModel(new OpenaiEmbeddingModel(endpoint, clock), clock);
}

/** Provides `LANGUAGE_MODEL` and `EMBEDDING_MODEL` everywhere. */
@Global()
@Module({
  providers: [
    { provide: LANGUAGE_MODEL, useFactory: createLanguageModel, inject: [LLM_OPTIONS, CLOCK] },
    { provide: EMBEDDING_MODEL, useFactory: createEmbeddingModel, inject: [LLM_OPTIONS, CLOCK] },
  ],
  exports: [LANGUAGE_MODEL, EMBEDDING_MODEL],
})
export class LlmModule {}
