import { ERRORS, type ErrorCode, type Reply, type WireError } from '@baton/shared-types';
import { CommandError } from './contract.js';

/** A refusal by this client, in the words of the common catalogue. */
export function refusal(code: ErrorCode): { readonly ok: false; readonly error: WireError } {
  return { ok: false, error: { code, message: ERRORS[code].message } };
}

/** Whether sending the same again can succeed. A code that a newer server invented cannot. */
export function isRetryable(error: WireError): boolean {
  return Object.hasOwn(ERRORS, error.code) && ERRORS[error.code].retry;
}

/** Throws what was refused; for the public surface, where promises reject. */
export function orThrow<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new CommandError(reply.error);
  return reply.value;
}
