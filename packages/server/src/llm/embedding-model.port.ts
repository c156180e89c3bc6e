/** Texts that one call may carry. */
export const MAX_EMBEDDED_TEXTS = 32;

export interface EmbeddingRequest {
  /** 1 to `MAX_EMBEDDED_TEXTS`, none of them empty. */
  readonly texts: readonly string[];
  /** The whole call, in milliseconds. */
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
}

export interface Embeddings {
  /** One per text, in their order; all of one length in dimensions and of length 1 in space. */
  readonly vectors: readonly Float32Array[];
  /** Tokens as the endpoint counted them; null where it did not say. */
  readonly inputTokens: number | null;
}

/** Places texts in a space in which those that mean the same stand close. Every failure is a `ModelFailure`. */
export interface EmbeddingModel {
  /** The model's name as the endpoint knows it: vectors of different models cannot be compared. */
  readonly id: string;
  embed(request: EmbeddingRequest): Promise<Embeddings>;
}

/** Nest's injection token: an `EmbeddingModel`, or null where none is configured. */
export const EMBEDDING_MODEL = Symbol('EmbeddingModel');
