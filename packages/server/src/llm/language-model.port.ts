import type { z } from 'zod';

export interface ChatTurn {
  readonly role: 'system' | 'user' | 'assistant';
  readonly text: string;
}

/** Milliseconds. Only text counts as a sign of life: keep-alives, reasoning and empty chunks do not. */
export interface ModelDeadlines {
  /** From the request to the first piece of text. */
  readonly firstTokenMs: number;
  /** Between two pieces of text, while the caller is waiting for the next one. */
  readonly idleMs: number;
  /** The whole call; for an extraction, all its attempts together. */
  readonly totalMs: number;
}

export interface ReplyRequest {
  /** The workspace whose share of the calls this one counts to. */
  readonly onBehalfOf: string;
  readonly turns: readonly ChatTurn[];
  readonly maxTokens: number;
  readonly deadlines: ModelDeadlines;
  readonly signal: AbortSignal;
}

export interface ExtractionRequest<T> {
  /** The workspace whose share of the calls this one counts to. */
  readonly onBehalfOf: string;
  readonly turns: readonly ChatTurn[];
  /** What the value is called in the request: letters, digits, `_` and `-`. */
  readonly name: string;
  /** The shape of the value, an object at the top. Also sent to the endpoint as JSON Schema. */
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

/**
 * How a model call can fail. The endpoint's state: `rate_limited`, `auth`, `upstream_error` (5xx or an error
 * inside the stream), `connect`, `unavailable` (not called: it failed too often just now,
 * or too many calls are under way). The request:
 * `bad_request`, `refusal` (the model or its filter declined), `no_structured_output` (no value of the wanted
 * shape in any mode). Time: `timeout_*`, `cancelled` (by the caller). The answer: `cut` (ended without a finish
 * reason), `truncated` (token or size limit), `malformed` (not a chat stream), `empty` (no text).
 */
export type ModelFailureKind =
  | 'rate_limited'
  | 'auth'
  | 'upstream_error'
  | 'bad_request'
  | 'connect'
  | 'unavailable'
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

/** `partial` says whether text had already come; `retryAfterMs` when the endpoint wants to be asked again. */
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
  /**
   * Pieces of text as they come; returns the usage. A stream that ends without a finish reason fails. The text
   * is whatever the model wrote, at most `MAX_MODEL_CHARACTERS`: the caller treats it as untrusted.
   */
  streamReply(request: ReplyRequest): AsyncGenerator<string, ModelUsage, void>;
  /** One value that satisfies the schema; its content is as untrusted as the text. */
  extract<T>(request: ExtractionRequest<T>): Promise<{ readonly value: T; readonly usage: ModelUsage }>;
}

/** UTF-16 units of text accepted from one call; what goes beyond is cut off and the call fails as `truncated`. */
export const MAX_MODEL_CHARACTERS = 20_000;

/** Nest's injection token: a `LanguageModel`, or null where no model is configured. */
export const LANGUAGE_MODEL = Symbol('LanguageModel');
