import type { Clock } from '../kernel/clock.js';
import { DEFAULT_BREAKER } from './breaking-language-model.adapter.js';
import { type BreakerOptions, CircuitBreaker } from './circuit-breaker.js';
import type { EmbeddingModel, EmbeddingRequest, Embeddings } from './embedding-model.port.js';
import { ModelFailure } from './language-model.port.js';
import { settlePermit } from './settle-permit.js';

/** An embedding model that is left alone while it keeps failing: calls then fail at once as `unavailable`. */
export class BreakingEmbeddingModel implements EmbeddingModel {
  readonly id: string;
  readonly #inner: EmbeddingModel;
  readonly #breaker: CircuitBreaker;

  constructor(inner: EmbeddingModel, clock: Clock, options: BreakerOptions = DEFAULT_BREAKER) {
    this.id = inner.id;
    this.#inner = inner;
    this.#breaker = new CircuitBreaker(options, clock);
  }

  async embed(request: EmbeddingRequest): Promise<Embeddings> {
    const entry = this.#breaker.enter();
    if (entry.open) throw new ModelFailure('unavailable', false, entry.retryAfterMs);
    try {
      const embeddings = await this.#inner.embed(request);
      entry.permit.succeeded();
      return embeddings;
    } catch (thrown) {
      settlePermit(entry.permit, thrown);
      throw thrown;
    }
  }
}
