import { CallGuard } from './call-guard.adapter.js';
import type { EmbeddingModel, EmbeddingRequest, Embeddings } from './embedding-model.port.js';
import { ModelFailure, type ModelFailureKind } from './language-model.port.js';
import { toUnitVectors } from './to-unit-vectors.js';

/** What a scripted embedding model does with a call: vectors, one per text, a failure, or nothing ever. */
export type EmbeddingScript = (
  texts: readonly string[],
) => readonly (readonly number[])[] | { readonly fail: ModelFailureKind } | { readonly stall: true };

/** A deterministic embedding model for tests, under the same guards as a real one. */
export class ScriptedEmbeddingModel implements EmbeddingModel {
  readonly id: string;
  readonly #script: EmbeddingScript;
  readonly #calls: (readonly string[])[] = [];

  constructor(script: EmbeddingScript, id = 'scripted') {
    this.id = id;
    this.#script = script;
  }

  /** The texts of every call so far, oldest first. */
  get calls(): readonly (readonly string[])[] {
    return this.#calls;
  }

  async embed({ texts, deadlineMs, signal }: EmbeddingRequest): Promise<Embeddings> {
    this.#calls.push(texts);
    const guard = new CallGuard(
      { firstTokenMs: deadlineMs, idleMs: deadlineMs, totalMs: deadlineMs },
      signal,
    );
    try {
      const said = this.#script(texts);
      if ('fail' in said) throw new ModelFailure(said.fail, false);
      if ('stall' in said) return await guard.within(new Promise<never>(() => undefined));
      return { vectors: toUnitVectors(said, texts.length), inputTokens: texts.length };
    } finally {
      guard.close();
    }
  }
}
