import { Inject, Injectable } from '@nestjs/common';
import {
  type ChatTurn,
  LANGUAGE_MODEL,
  type LanguageModel,
  ModelFailure,
  type ModelUsage,
} from '../../llm/index.js';
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

/** A reply that the model has been asked for. Of what comes of it nobody has seen anything. */
export interface BegunReply {
  readonly prompt: readonly ChatTurn[];
  readonly stream: AsyncGenerator<string, ModelUsage, void>;
  /** The first piece, asked for at once; never rejects by itself. */
  readonly first: Promise<PromiseSettledResult<IteratorResult<string, ModelUsage>>>;
  readonly abort: AbortController;
}

/** As much of a turn as its prompt needs: it may be on its way into the log. */
export type TurnToPhrase = Omit<DecidedTurn, 'epoch'>;

/** Lets the model phrase the chosen move. Whatever it writes passes the output gate sentence by sentence. */
@Injectable()
export class ModelReply {
  constructor(
    @Inject(LANGUAGE_MODEL) private readonly model: LanguageModel | null,
    @Inject(TURN_OPTIONS) private readonly options: TurnOptions,
    @Inject(ModelUsageMeter) private readonly meter: ModelUsageMeter,
  ) {}

  /** Asks the model; or says why it is not asked. */
  begin(turn: TurnToPhrase, body: readonly string[]): BegunReply | LaneFailure {
    const { record, log } = turn;
    if (!this.model || !record.move) return 'unavailable';
    const { passages } = record.inputs;
    const prompt = replyPrompt({ log, move: record.move, body, passages, language: record.language });
    const maxTokens = this.meter.room(turn, prompt, REPLY_TOKENS);
    if (maxTokens === null) return 'budget';
    const abort = new AbortController();
    const stream = this.model.streamReply({
      onBehalfOf: turn.workspaceId,
      turns: prompt,
      maxTokens,
      deadlines: this.options.deadlines,
      signal: abort.signal,
    });
    const first = Promise.allSettled([stream.next()]).then(([settled]) => settled);
    return { prompt, stream, first, abort };
  }

  /** Says as much as comes; a failing model leaves the rest to the caller. Rejects only for failures of our own. */
  async phrase(turn: DecidedTurn, begun: BegunReply, utterance: Utterance): Promise<PhrasedReply> {
    const { prompt, stream } = begun;
    const gate = createOutputGate(groundsOf(turn.record, turn.compiled));
    const lane = 'reply';
    let written = '';
    try {
      let next = await firstOf(begun);
      for (; !next.done; next = await stream.next()) {
        written += next.value;
        if (!(await sayAll(utterance, gate.push(next.value)))) return { outcome: 'stopped', failure: null };
      }
      await this.meter.add(turn, { lane, prompt, written, usage: next.value, failure: null });
      const said = await sayAll(utterance, gate.end());
      return { outcome: said ? 'said' : 'stopped', failure: null };
    } catch (error) {
      if (!(error instanceof ModelFailure)) throw error;
      await this.meter.add(turn, { lane, prompt, written, usage: null, failure: error.kind });
      return { outcome: 'failed', failure: error.kind };
    } finally {
      await stream.return({ inputTokens: null, outputTokens: null });
    }
  }

  /** The turn was overtaken before it stood in the log. What the model was asked is booked all the same. */
  async abandon(turn: TurnToPhrase, begun: BegunReply): Promise<void> {
    begun.abort.abort();
    const { prompt, stream } = begun;
    const first = await begun.first;
    const written = first.status === 'fulfilled' && !first.value.done ? first.value.value : '';
    await stream.return({ inputTokens: null, outputTokens: null });
    await this.meter.add(turn, { lane: 'reply', prompt, written, usage: null, failure: 'cancelled' });
  }
}

async function firstOf({ first }: BegunReply): Promise<IteratorResult<string, ModelUsage>> {
  const settled = await first;
  if (settled.status === 'rejected') throw settled.reason;
  return settled.value;
}

async function sayAll(utterance: Utterance, sentences: readonly string[]): Promise<boolean> {
  for (const sentence of sentences) {
    if (!(await utterance.say(sentence))) return false;
  }
  return true;
}
