import type { ErrorCode } from '@baton/shared-types';

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

export type OwnRefusal = keyof typeof OWN_REFUSALS;

export function wordsOf(code: OwnRefusal): string {
  return OWN_REFUSALS[code];
}
