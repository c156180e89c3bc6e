import { ERRORS, type ErrorCode } from '@baton/shared-types';
import type { z } from 'zod';
import { UserError } from './errors.js';

/** The value that a stranger sent, or a refusal that says where it is wrong without repeating it. */
export function parseBody<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = safeParse(schema, input);
  if (parsed.success) return parsed.data;
  // Some refusals have a sentence of their own: a schema names its code as the message.
  const named = parsed.error.issues.map((issue) => issue.message).find(isErrorCode);
  if (named) throw new UserError(named);
  const details = parsed.error.issues
    .slice(0, 5)
    .map((issue) => `${issue.path.join('.') || 'body'}: ${wordsOf(issue)}`);
  throw new UserError('invalid_input', details);
}

/** The checker's own words, except where they would repeat what a stranger called their fields. */
function wordsOf({ code, message }: z.core.$ZodIssue): string {
  return code === 'unrecognized_keys' ? 'has fields that are not known here' : message;
}

function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(ERRORS, text);
}

/**
 * A schema's length check looks at `length` even when the value is no text, and so can be made to throw by an
 * object like `{"length":{"toString":1}}`. That is an input of the wrong form like any other.
 */
function safeParse<T>(schema: z.ZodType<T>, input: unknown): z.ZodSafeParseResult<T> {
  try {
    return schema.safeParse(input);
  } catch (thrown) {
    if (thrown instanceof TypeError) throw new UserError('invalid_input');
    throw thrown;
  }
}
