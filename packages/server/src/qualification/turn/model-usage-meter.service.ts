import { Inject, Injectable } from '@nestjs/common';
import { UNIT_OF_WORK, type UnitOfWork } from '../../database/index.js';
import { CLOCK, type Clock } from '../../kernel/clock.js';
import {
  type ChatTurn,
  LANGUAGE_MODEL,
  type LanguageModel,
  type ModelFailureKind,
  type ModelUsage,
} from '../../llm/index.js';
import { Metrics } from '../../observability/index.js';
import { ModelUsageRepository } from './model-usage.repository.js';
import type { DecidedTurn } from './turn.js';

/** Characters of one token, where the endpoint does not count. On the low side, so that a budget holds. */
const CHARACTERS_PER_TOKEN = 3;
/** With less room than this an answer would only be cut off. */
const LEAST_ROOM = 60;

/** What a model call was for. `single`: reply and facts together. */
export type ModelLane = 'reply' | 'extraction' | 'single';

/** Why a lane brought nothing: the model failed, or the turn's budget had no room for the call. */
export type LaneFailure = ModelFailureKind | 'budget';

export interface MeteredCall {
  readonly lane: ModelLane;
  readonly prompt: readonly ChatTurn[];
  readonly written: string;
  /** Null where the call failed; then the texts are counted. */
  readonly usage: ModelUsage | null;
  readonly failure: ModelFailureKind | null;
}

type MeteredTurn = Pick<DecidedTurn, 'workspaceId' | 'conversationId' | 'visitorId' | 'record' | 'compiled'>;

/** Books every model call, and says how much of a turn's budget is left for one. */
@Injectable()
export class ModelUsageMeter {
  constructor(
    @Inject(UNIT_OF_WORK) private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LANGUAGE_MODEL) private readonly model: LanguageModel | null,
    @Inject(ModelUsageRepository) private readonly usage: ModelUsageRepository,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {}

  /**
   * The output tokens that a call of this turn may use; null: it is not to be made. Two lanes share the turn's
   * budget half and half, so that neither waits for what the other leaves.
   */
  room(turn: MeteredTurn, prompt: readonly ChatTurn[], wanted: number, lanes: 1 | 2 = 2): number | null {
    const left = Math.floor(turn.compiled.playbook.limits.turnTokens / lanes) - tokensOf(prompt);
    return left < Math.min(LEAST_ROOM, wanted) ? null : Math.min(wanted, left);
  }

  async add(turn: MeteredTurn, { lane, prompt, written, usage, failure }: MeteredCall): Promise<void> {
    const inputTokens = bounded(usage?.inputTokens ?? tokensOf(prompt));
    const outputTokens = bounded(usage?.outputTokens ?? Math.ceil(written.length / CHARACTERS_PER_TOKEN));
    this.metrics.modelTokens.inc({ lane }, inputTokens + outputTokens);
    await this.unitOfWork.inWorkspace(turn.workspaceId, (tx) =>
      this.usage.add(tx, turn.workspaceId, {
        conversationId: turn.conversationId,
        visitorId: turn.visitorId,
        turnId: turn.record.turnId,
        lane,
        model: this.model?.id ?? '',
        inputTokens,
        outputTokens,
        counted: usage?.inputTokens != null && usage.outputTokens != null,
        failure,
        at: this.clock.now(),
      }),
    );
  }
}

function tokensOf(prompt: readonly ChatTurn[]): number {
  return Math.ceil(prompt.reduce((sum, { text }) => sum + text.length, 0) / CHARACTERS_PER_TOKEN);
}

/** An endpoint may count whatever it likes. */
function bounded(tokens: number): number {
  return Math.min(1_000_000, Math.max(0, Math.trunc(tokens)));
}
