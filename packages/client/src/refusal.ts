import type { ErrorCode, Reply, WireError } from '@baton/shared-types';
import { CommandError } from './contract.js';
import { type OwnRefusal, wordsOf } from './refusal-words.js';

/** The codes of the catalogue after which sending the same again can succeed. One that a newer server invented cannot. */
export const RETRYABLE: readonly ErrorCode[] = ['too_many_requests', 'unavailable'];

export function refusal(code: OwnRefusal): { readonly ok: false; readonly error: WireError } {
  return { ok: false, error: { code, message: wordsOf(code) } };
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
