import type { Clock } from '../kernel/clock.js';
import { type BreakerOptions, CircuitBreaker, type Permit } from './circuit-breaker.js';
import {
  type ExtractionRequest,
  type LanguageModel,
  ModelFailure,
  type ModelUsage,
  type ReplyRequest,
} from './language-model.port.js';
import { settlePermit } from './settle-permit.js';

/** A dead endpoint costs a few slow turns, then nothing, and is found again within two minutes. */
export const DEFAULT_BREAKER: BreakerOptions = { failures: 3, coolDownMs: 10_000, longestMs: 120_000 };

/** A language model that is left alone while it keeps failing: calls then fail at once as `unavailable`. */
export class BreakingLanguageModel implements LanguageModel {
  readonly id: string;
  readonly #inner: LanguageModel;
  readonly #breaker: CircuitBreaker;

  constructor(inner: LanguageModel, clock: Clock, options: BreakerOptions = DEFAULT_BREAKER) {
    this.id = inner.id;
    this.#inner = inner;
    this.#breaker = new CircuitBreaker(options, clock);
  }

  async *streamReply(request: ReplyRequest): AsyncGenerator<string, ModelUsage, void> {
    const permit = this.#enter();
    try {
      const usage = yield* this.#inner.streamReply(request);
      permit.succeeded();
      return usage;
    } catch (thrown) {
      settlePermit(permit, thrown);
      throw thrown;
    } finally {
      // Reached with the permit unused only when the caller stopped listening.
      permit.released();
    }
  }

  async extract<T>(
    request: ExtractionRequest<T>,
  ): Promise<{ readonly value: T; readonly usage: ModelUsage }> {
    const permit = this.#enter();
    try {
      const result = await this.#inner.extract(request);
      permit.succeeded();
      return result;
    } catch (thrown) {
      settlePermit(permit, thrown);
      throw thrown;
    }
  }

  #enter(): Permit {
    const entry = this.#breaker.enter();
    if (entry.open) throw new ModelFailure('unavailable', false, entry.retryAfterMs);
    return entry.permit;
  }
}
