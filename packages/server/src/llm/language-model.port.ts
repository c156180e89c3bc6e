import type { z } from 'zod';

export interface ChatTurn {
  readonly role: 'system' | 'user' | 'assistant';
  readonly text: string;
}

export interface ModelDeadlines {
  readonly firstTokenMs: number;
  readonly idleMs: number;
  readonly totalMs: number;
}

export interface ReplyRequest {
  readonly turns: readonly ChatTurn[];
  readonly maxTokens: number;
  readonly deadlines: ModelDeadlines;
  readonly signal: AbortSignal;
}

export interface ExtractionRequest<T> {
  readonly turns: readonly ChatTurn[];
  readonly name: string;
  readonly schema: z.ZodType<T>;
  readonly maxTokens: number;
  readonly deadlines: ModelDeadlines;
  readonly signal: AbortSignal;
}

/** Tokens as the endpoint counted them; null where it did not say. */
export interface ModelUsage {
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
}

/** How a model call can fail. `partial` says whether text had already come. */
export type ModelFailureKind =
  | 'rate_limited'
  | 'auth'
  | 'upstream_error'
  | 'bad_request'
  | 'connect'
  | 'timeout_first_token'
  | 'timeout_idle'
  | 'timeout_total'
  | 'cancelled'
  | 'cut'
  | 'malformed'
  | 'truncated'
  | 'empty'
  | 'refusal'
  | 'no_structured_output'
  | 'unknown';

export class ModelFailure extends Error {
  constructor(
    readonly kind: ModelFailureKind,
    readonly partial: boolean,
    readonly retryAfterMs: number | null = null,
    options?: { cause?: unknown },
  ) {
    super(`language model: ${kind}`, options);
    this.name = 'ModelFailure';
  }
}

/** A chat model that can phrase a reply and read facts out of text. Every failure is a `ModelFailure`. */
export interface LanguageModel {
  /** The model's name as the endpoint knows it. */
  readonly id: string;
  /** Pieces of text as they come; returns the usage. A stream that ends without a finish reason fails. */
  streamReply(request: ReplyRequest): AsyncGenerator<string, ModelUsage, void>;
  /** One value that satisfies the schema. */
  extract<T>(request: ExtractionRequest<T>): Promise<{ readonly value: T; readonly usage: ModelUsage }>;
}
