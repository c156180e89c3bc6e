import { FairSlots, type Slot } from '../kernel/fair-slots.js';
import {
  type ExtractionRequest,
  type LanguageModel,
  ModelFailure,
  type ModelUsage,
  type ReplyRequest,
} from './language-model.port.js';

export interface ModelLimits {
  /** Calls at the same time, on this node. */
  readonly calls: number;
  /** Of which one workspace may have so many. */
  readonly callsPerWorkspace: number;
  /** Calls of one workspace that may wait for a place. */
  readonly waitingPerWorkspace: number;
  /** How long a call waits for a place before it fails as `unavailable`. */
  readonly patienceMs: number;
}

/**
 * A language model with a limited number of calls at a time, shared fairly by the workspaces. A call that finds too many
 * others before it, or waits for too long, fails as `unavailable`, and the rules answer in the same turn.
 */
export class LimitedLanguageModel implements LanguageModel {
  readonly id: string;
  readonly #inner: LanguageModel;
  readonly #slots: FairSlots<string>;
  readonly #patienceMs: number;

  constructor(inner: LanguageModel, limits: ModelLimits) {
    this.id = inner.id;
    this.#inner = inner;
    this.#patienceMs = limits.patienceMs;
    this.#slots = new FairSlots({
      total: limits.calls,
      perKey: limits.callsPerWorkspace,
      waitingPerKey: limits.waitingPerWorkspace,
    });
  }

  async *streamReply(request: ReplyRequest): AsyncGenerator<string, ModelUsage, void> {
    const slot = await this.#enter(request);
    try {
      return yield* this.#inner.streamReply(request);
    } finally {
      slot.leave();
    }
  }

  async extract<T>(
    request: ExtractionRequest<T>,
  ): Promise<{ readonly value: T; readonly usage: ModelUsage }> {
    const slot = await this.#enter(request);
    try {
      return await this.#inner.extract(request);
    } finally {
      slot.leave();
    }
  }

  async #enter({ onBehalfOf, signal }: Pick<ReplyRequest, 'onBehalfOf' | 'signal'>): Promise<Slot> {
    const slot = this.#slots.enter(onBehalfOf);
    if (!slot) throw new ModelFailure('unavailable', false);
    let patience: NodeJS.Timeout | undefined;
    let giveUp: () => void = () => undefined;
    const out = new Promise<'out'>((resolve) => {
      giveUp = () => resolve('out');
      patience = setTimeout(giveUp, this.#patienceMs);
      signal.addEventListener('abort', giveUp, { once: true });
    });
    const outcome = await Promise.race([slot.granted, out]);
    clearTimeout(patience);
    signal.removeEventListener('abort', giveUp);
    if (outcome !== 'out') return slot;
    slot.leave();
    throw new ModelFailure(signal.aborted ? 'cancelled' : 'unavailable', false);
  }
}
