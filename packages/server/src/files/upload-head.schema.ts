import { UPLOAD_HEADER, type VisitorCommands } from '@baton/shared-types';
import { visitorCommandSchemas } from '@baton/shared-types/schemas';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { UserError } from '../kernel/errors.js';
import { parseBody } from '../kernel/parse-body.js';

const clientId = z
  .string()
  .min(8)
  .max(64)
  .regex(/^[\w-]+$/);
const name = z.string().max(1_000);

export const agentUploadHead = z.strictObject({ clientId, name });
/** `context`: where the visitor is, as with `session.open`, for a file that begins a conversation. */
export const visitorUploadHead = z.strictObject({
  clientId,
  name,
  context: visitorCommandSchemas['session.open'].optional(),
});

export type VisitorUploadHead = z.infer<typeof agentUploadHead> & {
  readonly context?: VisitorCommands['session.open']['payload'] | undefined;
};

/** What the header of an upload says. It is percent-encoded, because names are in every language. */
export function readUploadHead<T>({ headers }: FastifyRequest, schema: z.ZodType<T>): T {
  const header = headers[UPLOAD_HEADER];
  try {
    return parseBody(schema, JSON.parse(decodeURIComponent(typeof header === 'string' ? header : '')));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof URIError)
      throw new UserError('invalid_input', [`${UPLOAD_HEADER}: is not percent-encoded JSON`]);
    throw error;
  }
}
