import { CommandError } from '@baton/client';
import { ERRORS, type WireError } from '@baton/shared-types';
import type { Texts } from '../i18n/english.js';

/** The wire error that a rejected request or command carries; anything else is unexpected. */
export function wireErrorOf(thrown: unknown): WireError {
  if (thrown instanceof CommandError) return thrown.wire;
  return { code: 'unexpected', message: ERRORS.unexpected.message };
}

/** What happened and what to do, in the reader's language. */
export function describeError(error: WireError, words: Texts): string {
  return words.errors[error.code] ?? error.message;
}
