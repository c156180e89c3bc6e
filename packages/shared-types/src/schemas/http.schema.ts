import { z } from 'zod';
import { VISITOR_COMMAND } from '../commands.js';
import { type ConversationId, isId } from '../ids.js';
import { visitorCommandSchemas } from './commands.schema.js';

/** Around a command that is posted. The handshake and the payload are checked by their own schemas. */
export const commandRequestSchema = z.strictObject({
  handshake: z.unknown(),
  context: visitorCommandSchemas['session.open'].nullable(),
  name: z.enum(VISITOR_COMMAND),
  payload: z.unknown(),
});

export const newsRequestSchema = z.strictObject({
  handshake: z.unknown(),
  conversationId: z.custom<ConversationId>((value) => isId('cnv', value)).nullable(),
  after: z.int().min(0).max(2_147_483_647).nullable(),
});
