import type { Permit } from './circuit-breaker.js';
import { ModelFailure, type ModelFailureKind } from './language-model.port.js';

/** What a call that failed says about the endpoint, to the breaker that let it through. */
export function settlePermit(permit: Permit, thrown: unknown): void {
  if (!(thrown instanceof ModelFailure)) permit.released();
  else if (saysEndpointFails(thrown.kind)) permit.failed(thrown.retryAfterMs);
  else permit.released();
}

/** Whether the next call would likely fail too; false where the request or the caller was the cause. */
function saysEndpointFails(kind: ModelFailureKind): boolean {
  switch (kind) {
    case 'rate_limited':
    case 'auth':
    case 'upstream_error':
    case 'connect':
    case 'timeout_first_token':
    case 'timeout_idle':
    case 'timeout_total':
    case 'cut':
    case 'malformed':
    case 'empty':
    case 'unknown':
      return true;
    case 'bad_request':
    case 'unavailable':
    case 'cancelled':
    case 'truncated':
    case 'refusal':
    case 'no_structured_output':
      return false;
  }
}
