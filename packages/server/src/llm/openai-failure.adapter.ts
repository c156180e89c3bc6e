import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';
import type { Clock } from '../kernel/clock.js';
import { ModelFailure, type ModelFailureKind } from './language-model.port.js';
import { parseRetryAfter } from './parse-retry-after.js';

/** Statuses that say "I do not do that", so that asking differently may help. */
const STEP_DOWN_STATUSES: ReadonlySet<number> = new Set([400, 404, 422, 501]);

/** Names whatever the SDK or the socket threw. Never says more about the request than its status. */
export function toModelFailure(thrown: unknown, clock: Clock): ModelFailure {
  if (thrown instanceof ModelFailure) return thrown;
  const kind = kindOf(thrown);
  const header = thrown instanceof APIError ? (thrown.headers?.get('retry-after') ?? null) : null;
  const retryAfterMs = parseRetryAfter(header, clock.now());
  return new ModelFailure(kind, false, retryAfterMs, { cause: thrown });
}

/** True when the endpoint refused the way of asking, not the question. */
export function refusedTheMode(failure: ModelFailure): boolean {
  return failure.cause instanceof APIError && STEP_DOWN_STATUSES.has(failure.cause.status ?? 0);
}

function kindOf(thrown: unknown): ModelFailureKind {
  if (thrown instanceof APIUserAbortError) return 'cancelled';
  if (thrown instanceof APIConnectionTimeoutError) return 'timeout_first_token';
  if (thrown instanceof APIConnectionError) return 'connect';
  if (thrown instanceof APIError) return kindOfStatus(thrown);
  // The SDK passes on what JSON.parse and the socket throw in mid-stream.
  if (thrown instanceof SyntaxError) return 'malformed';
  if (thrown instanceof TypeError) return 'cut';
  return 'unknown';
}

function kindOfStatus(error: APIError): ModelFailureKind {
  const { status } = error;
  if (status === 429) return 'rate_limited';
  if (status === 401 || status === 402 || status === 403) return 'auth';
  if (status === 501) return 'bad_request';
  // 408 and 409 say "not now". No status: an error event inside the stream.
  if (status === undefined || status >= 500 || status === 408 || status === 409) return 'upstream_error';
  return 'bad_request';
}
