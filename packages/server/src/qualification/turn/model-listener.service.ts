import type { DecisionRecord, NewEvent } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { CONVERSATIONS, type Conversations, newEvent, SYSTEM } from '../../conversations/index.js';
import { UserError } from '../../kernel/errors.js';
import { LANGUAGE_MODEL, type LanguageModel, ModelFailure } from '../../llm/index.js';
import { hearCandidates } from '../core/hear-candidates.js';
import { headOf } from '../core/turn-log.js';
import { verifyModelFacts } from '../core/verify-model-facts.js';
import { qualificationWords } from '../core/words/qualification-words.js';
import { extractionSchema, type ModelFacts } from '../model/extraction.schema.js';
import { extractionPrompt } from '../prompts/extraction-prompt.js';
import { type LaneFailure, ModelUsageMeter } from './model-usage-meter.service.js';
import { type DecidedTurn, slotEvents } from './turn.js';
import { TurnLogs } from './turn-logs.service.js';
import { TURN_OPTIONS, type TurnOptions } from './turn-options.js';

const EXTRACTION_TOKENS = 900;

/** What listening brought. `decision` is the revised one, when anything was learnt. */
export interface Heard {
  readonly decision: DecisionRecord | null;
  readonly failure: LaneFailure | null;
}

const NOTHING: Heard = { decision: null, failure: null };

/** Lets the model read facts beside the reply; what stands the check is committed by itself. */
@Injectable()
export class ModelListener {
  constructor(
    @Inject(LANGUAGE_MODEL) private readonly model: LanguageModel | null,
    @Inject(TURN_OPTIONS) private readonly options: TurnOptions,
    @Inject(CONVERSATIONS) private readonly conversations: Conversations,
    @Inject(TurnLogs) private readonly logs: TurnLogs,
    @Inject(ModelUsageMeter) private readonly meter: ModelUsageMeter,
  ) {}

  async listen(turn: DecidedTurn, signal: AbortSignal): Promise<Heard> {
    const read = await this.extract(turn, signal);
    if (read.failure !== null) return { decision: null, failure: read.failure };
    return this.hear(turn, read.facts);
  }

  /** Checks what a model claims and commits what stands the check. */
  async hear(turn: DecidedTurn, facts: ModelFacts['facts']): Promise<Heard> {
    const { workspaceId, conversationId, compiled, record, epoch } = turn;
    const words = qualificationWords(compiled.playbook.deskLanguage).model;
    const candidates = verifyModelFacts(facts, turn.messages, words);
    if (candidates.length === 0) return NOTHING;
    const { log } = await this.logs.refresh(workspaceId, conversationId, turn.log);
    const heard = hearCandidates({ log, headSeq: headOf(log), first: record, candidates }, compiled);
    if (heard.changes.length === 0) return NOTHING;
    const slots = slotEvents(heard.changes);
    const decided = newEvent('decision.recorded', SYSTEM, { decision: heard.record });
    const isCurrent = await this.append(turn, epoch, [...slots, decided]);
    if (isCurrent) return { decision: heard.record, failure: null };
    // A person has the word now (or the chat is closed). What was learnt helps them; the decision is obsolete.
    await this.append(turn, null, slots);
    return NOTHING;
  }

  private async append(
    { workspaceId, conversationId, lease }: DecidedTurn,
    epoch: number | null,
    events: readonly NewEvent[],
  ): Promise<boolean> {
    try {
      await this.conversations.append({ workspaceId, conversationId, epoch, lease, decide: () => events });
      return true;
    } catch (error) {
      const isOver =
        error instanceof UserError && ['epoch_stale', 'conversation_closed'].includes(error.code);
      if (isOver) return false;
      throw error;
    }
  }

  private async extract(
    turn: DecidedTurn,
    signal: AbortSignal,
  ): Promise<{ readonly facts: ModelFacts['facts']; readonly failure: LaneFailure | null }> {
    if (!this.model) return { facts: [], failure: 'unavailable' };
    const { log, messages, compiled, record } = turn;
    const { slots } = compiled.playbook;
    const turns = extractionPrompt({ log, messages, slots, now: record.inputs.now });
    const maxTokens = this.meter.room(turn, turns, EXTRACTION_TOKENS);
    if (maxTokens === null) return { facts: [], failure: 'budget' };
    const lane = 'extraction';
    try {
      const { value, usage } = await this.model.extract({
        onBehalfOf: turn.workspaceId,
        turns,
        name: 'visitor_facts',
        schema: extractionSchema,
        maxTokens,
        deadlines: this.options.deadlines,
        signal,
      });
      const written = JSON.stringify(value);
      await this.meter.add(turn, { lane, prompt: turns, written, usage, failure: null });
      return { facts: value.facts, failure: null };
    } catch (error) {
      if (!(error instanceof ModelFailure)) throw error;
      await this.meter.add(turn, { lane, prompt: turns, written: '', usage: null, failure: error.kind });
      return { facts: [], failure: error.kind };
    }
  }
}
