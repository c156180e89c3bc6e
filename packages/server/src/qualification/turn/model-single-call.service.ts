import { Inject, Injectable } from '@nestjs/common';
import { LANGUAGE_MODEL, type LanguageModel, ModelFailure } from '../../llm/index.js';
import { groundsOf } from '../core/grounds-of.js';
import { createOutputGate } from '../core/output-gate.js';
import { type ModelFacts, singleCallSchema } from '../model/extraction.schema.js';
import { singlePrompt } from '../prompts/single-prompt.js';
import { type LaneFailure, ModelUsageMeter } from './model-usage-meter.service.js';
import type { DecidedTurn } from './turn.js';
import { TURN_OPTIONS, type TurnOptions } from './turn-options.js';

const SINGLE_TOKENS = 1_000;

/** What one call brought: sentences that may be said, and claims that are still to be checked. */
export interface SingleAnswer {
  readonly sentences: readonly string[];
  readonly facts: ModelFacts['facts'];
  readonly failure: LaneFailure | null;
}

/** Asks reply and facts in one call, for models that serve one call at a time. The reply comes whole, not streamed. */
@Injectable()
export class ModelSingleCall {
  constructor(
    @Inject(LANGUAGE_MODEL) private readonly model: LanguageModel | null,
    @Inject(TURN_OPTIONS) private readonly options: TurnOptions,
    @Inject(ModelUsageMeter) private readonly meter: ModelUsageMeter,
  ) {}

  async ask(turn: DecidedTurn, body: readonly string[], signal: AbortSignal): Promise<SingleAnswer> {
    const { record, compiled, log, messages } = turn;
    if (!this.model || !record.move) return nothing('unavailable');
    const { passages, now } = record.inputs;
    const { slots } = compiled.playbook;
    const prompt = singlePrompt(
      { log, move: record.move, body, passages, language: record.language },
      { log, messages, slots, now },
    );
    const maxTokens = this.meter.room(turn, prompt, SINGLE_TOKENS, 1);
    if (maxTokens === null) return nothing('budget');
    const lane = 'single';
    try {
      const { value, usage } = await this.model.extract({
        onBehalfOf: turn.workspaceId,
        turns: prompt,
        name: 'reply_and_facts',
        schema: singleCallSchema,
        maxTokens,
        deadlines: this.options.deadlines,
        signal,
      });
      await this.meter.add(turn, { lane, prompt, written: JSON.stringify(value), usage, failure: null });
      const gate = createOutputGate(groundsOf(record, compiled));
      const sentences = turn.mayPhrase ? [...gate.push(value.reply), ...gate.end()] : [];
      return { sentences, facts: value.facts, failure: null };
    } catch (error) {
      if (!(error instanceof ModelFailure)) throw error;
      await this.meter.add(turn, { lane, prompt, written: '', usage: null, failure: error.kind });
      return nothing(error.kind);
    }
  }
}

function nothing(failure: LaneFailure): SingleAnswer {
  return { sentences: [], facts: [], failure };
}
