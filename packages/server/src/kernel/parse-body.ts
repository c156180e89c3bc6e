import type { z } from 'zod';
import { UserError } from './errors.js';

/** The value that a stranger sent, or a refusal that says where it is wrong without repeating it. */
export function parseBody<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const details = parsed.error.issues
    .slice(0, 5)
    .map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`);
  throw new UserError('invalid_input', details);
}
