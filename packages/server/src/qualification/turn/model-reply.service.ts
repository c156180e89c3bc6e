import { Inject, Injectable } from '@nestjs/common';
import { LANGUAGE_MODEL, type LanguageModel, ModelFailure } from '../../llm/index.js';
import { groundsOf } from '../core/grounds-of.js';
import { createOutputGate } from '../core/output-gate.js';
import { replyPrompt } from '../prompts/reply-prompt.js';
import { type LaneFailure, ModelUsageMeter } from './model-usage-meter.service.js';
import type { DecidedTurn } from './turn.js';
import { TURN_OPTIONS, type TurnOptions } from './turn-options.js';
import type { Utterance } from './utterance.adapter.js';

const REPLY_TOKENS = 300;

/** How a model's reply went. `stopped`: nothing more may be said, because somebody else has the word. */
export interface PhrasedReply {
  readonly outcome: 'said' | 'failed' | 'stopped';
  readonly failure: LaneFailure | null;
}

/** Lets the model phrase the chosen move. Whatever it writes passes the output gate sentence by sentence. */
@Injectable()
export class ModelReply {
  constructor(
    @Inject(LANGUAGE_MODEL) private readonly model: LanguageModel | null,
    @Inject(TURN_OPTIONS) private readonly options: TurnOptions,
    @Inject(ModelUsageMeter) private readonly meter: ModelUsageMeter,
  ) {}

  /** Says as much as comes; a failing model leaves the rest to the caller. Rejects only for failures of our own. */
  async phrase(
    turn: DecidedTurn,
    body: readonly string[],
    utterance: Utterance,
    signal: AbortSignal,
  ): Promise<PhrasedReply> {
    const { record, compiled, log } = turn;
    if (!this.model || !record.move) return { outcome: 'failed', failure: 'unavailable' };
    const { passages } = record.inputs;
    const turns = replyPrompt({ log, move: record.move, body, passages, language: record.language });
    const maxTokens = this.meter.room(turn, turns, REPLY_TOKENS);
    if (maxTokens === null) return { outcome: 'failed', failure: 'budget' };
    const gate = createOutputGate(groundsOf(record, compiled));
    let written = '';
    const stream = this.model.streamReply({
      onBehalfOf: turn.workspaceId,
      turns,
      maxTokens,
      deadlines: this.options.deadlines,
      signal,
    });
    try {
      let next = await stream.next();
      for (; !next.done; next = await stream.next()) {
        written += next.value;
        if (!(await sayAll(utterance, gate.push(next.value)))) return { outcome: 'stopped', failure: null };
      }
      await this.meter.add(turn, { lane: 'reply', prompt: turns, written, usage: next.value, failure: null });
      const said = await sayAll(utterance, gate.end());
      return { outcome: said ? 'said' : 'stopped', failure: null };
    } catch (error) {
      if (!(error instanceof ModelFailure)) throw error;
      await this.meter.add(turn, { lane: 'reply', prompt: turns, written, usage: null, failure: error.kind });
      return { outcome: 'failed', failure: error.kind };
    } finally {
      await stream.return({ inputTokens: null, outputTokens: null });
    }
  }
}

async function sayAll(utterance: Utterance, sentences: readonly string[]): Promise<boolean> {
  for (const sentence of sentences) {
    if (!(await utterance.say(sentence))) return false;
  }
  return true;
}
