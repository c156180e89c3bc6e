import type OpenAI from 'openai';
import { z } from 'zod';
import type { Clock } from '../kernel/clock.js';
import { CallGuard } from './call-guard.adapter.js';
import type { EmbeddingModel, EmbeddingRequest, Embeddings } from './embedding-model.port.js';
import { ModelFailure } from './language-model.port.js';
import { createOpenaiClient, type OpenaiEndpoint } from './openai-client.adapter.js';
import { toModelFailure } from './openai-failure.adapter.js';
import { toUnitVectors } from './to-unit-vectors.js';

const ANSWER = z.object({
  data: z.array(z.object({ index: z.int().min(0), embedding: z.array(z.number()) })),
  usage: z.object({ prompt_tokens: z.number().nullish() }).nullish(),
});

/** Embeddings from any endpoint that speaks OpenAI's `embeddings`. */
export class OpenaiEmbeddingModel implements EmbeddingModel {
  readonly id: string;
  readonly #client: OpenAI;
  readonly #clock: Clock;

  constructor(endpoint: OpenaiEndpoint, clock: Clock) {
    this.id = endpoint.model;
    this.#client = createOpenaiClient(endpoint);
    this.#clock = clock;
  }

  async embed({ texts, deadlineMs, signal }: EmbeddingRequest): Promise<Embeddings> {
    const deadlines = { firstTokenMs: deadlineMs, idleMs: deadlineMs, totalMs: deadlineMs };
    const guard = new CallGuard(deadlines, signal);
    try {
      const answer = await guard.within(
        this.#client.embeddings.create(
          // Said outright: by default the SDK asks for Base64, which not every endpoint can.
          { model: this.id, input: [...texts], encoding_format: 'float' },
          { signal: guard.signal },
        ),
      );
      return read(answer, texts.length);
    } catch (thrown) {
      throw guard.stoppedBy === null
        ? toModelFailure(thrown, this.#clock)
        : new ModelFailure(guard.stoppedBy, false);
    } finally {
      guard.close();
    }
  }
}

/** The endpoint may answer in any order; `index` says which text a vector belongs to. */
function read(answer: unknown, texts: number): Embeddings {
  const parsed = ANSWER.safeParse(answer);
  if (!parsed.success) throw new ModelFailure('malformed', false);
  const { data, usage } = parsed.data;
  const inOrder = data.toSorted((one, other) => one.index - other.index);
  if (inOrder.some(({ index }, at) => index !== at)) throw new ModelFailure('malformed', false);
  return {
    vectors: toUnitVectors(
      inOrder.map(({ embedding }) => embedding),
      texts,
    ),
    inputTokens: usage?.prompt_tokens ?? null,
  };
}
