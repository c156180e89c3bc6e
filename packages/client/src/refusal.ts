import type { ErrorCode, Reply, WireError } from '@baton/shared-types';
import { CommandError } from './contract.js';

/**
 * What this client refuses by itself, in the words of the common catalogue. Copied, and compared by a test: the
 * whole catalogue is half a kilobyte that every visitor would load for these.
 */
export const OWN_REFUSALS = {
  message_too_long: 'The message is longer than 4,000 characters. Please shorten it.',
  message_empty: 'The message is empty.',
  session_invalid: 'The session has ended. Please start again.',
  too_many_requests: 'Too many messages in a short time. Please wait a moment.',
  unavailable: 'The server cannot do this right now. It will be tried again.',
} as const satisfies Partial<Record<ErrorCode, string>>;

/** The codes of the catalogue after which sending the same again can succeed. One that a newer server invented cannot. */
export const RETRYABLE: readonly ErrorCode[] = ['too_many_requests', 'unavailable'];

export type OwnRefusal = keyof typeof OWN_REFUSALS;

export function refusal(code: OwnRefusal): { readonly ok: false; readonly error: WireError } {
  return { ok: false, error: { code, message: OWN_REFUSALS[code] } };
}

/** Whether sending the same again can succeed. */
export function isRetryable(error: WireError): boolean {
  return RETRYABLE.includes(error.code);
}

/** Throws what was refused; for the public surface, where promises reject. */
export function orThrow<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new CommandError(reply.error);
  return reply.value;
}
