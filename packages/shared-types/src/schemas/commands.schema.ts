import { z } from 'zod';
import type { AgentCommands, VisitorCommands } from '../commands.js';
import type { ErrorCode } from '../errors.js';
import { type ConversationId, isId } from '../ids.js';
import { LIMITS } from '../protocol.js';

/*
 * What may come in over the socket. Strict: an unknown field is a refusal, so nobody smuggles `seq`, `actor` or
 * `workspaceId` in. PostgreSQL's text cannot hold NUL, so it is refused here.
 */
const withoutNul = (text: string) => !text.includes('\u0000');
/** Half a character (a lone surrogate) is no Unicode, and PostgreSQL's jsonb refuses it: it becomes the mark for that. */
const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, '\uFFFD');
const cut = z
  .string()
  .transform((text) => wellFormed(text.replaceAll('\u0000', '').slice(0, LIMITS.pageCharacters)));

const clientId = z
  .string()
  .min(8)
  .max(LIMITS.clientIdCharacters)
  .regex(/^[\w-]+$/);
const messageText = z
  .string()
  .max(LIMITS.messageCharacters, 'message_too_long' satisfies ErrorCode)
  .refine(withoutNul)
  .refine((text) => text.trim().length > 0, 'message_empty' satisfies ErrorCode)
  .transform(wellFormed);
const comment = z
  .string()
  .trim()
  .min(1)
  .max(LIMITS.commentCharacters)
  .refine(withoutNul)
  .transform(wellFormed);
const answer = z.string().trim().min(1).max(LIMITS.answerCharacters).refine(withoutNul).transform(wellFormed);
const slotKey = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);
const conversationId = z.custom<ConversationId>((value) => isId('cnv', value));
const after = z.int().min(0).max(2_147_483_647);
const on = z.boolean();
const locale = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*$/)
  .catch('en');
const timeZone = z.string().max(60).refine(isTimeZone).catch('UTC');
const page = z.strictObject({ url: cut, title: cut, referrer: cut });
const nothing = z.strictObject({});

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}

type Payloads<C> = {
  readonly [K in keyof C]: C[K] extends { readonly payload: infer P } ? z.ZodType<P> : never;
};

/** The payload of every command a visitor's client may send. */
export const visitorCommandSchemas: Payloads<VisitorCommands> = {
  'session.open': z.strictObject({ page, locale, timeZone }),
  'message.send': z.strictObject({ clientId, text: messageText, kind: z.enum(['text', 'human_request']) }),
  'log.read': z.strictObject({ after }),
  'typing.set': z.strictObject({ on }),
  'conversation.close': z.strictObject({ clientId }),
  'conversation.rate': z.strictObject({
    clientId,
    score: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
    comment: comment.nullable(),
  }),
  'card.read': nothing,
  'card.correct': z.strictObject({ clientId, key: slotKey, text: answer }),
  'card.withdraw': z.strictObject({ clientId, key: slotKey }),
};

const onConversation = z.strictObject({ conversationId });
const onceOnConversation = z.strictObject({ conversationId, clientId });

/** The payload of every command an agent's client may send. */
export const agentCommandSchemas: Payloads<AgentCommands> = {
  'console.open': nothing,
  'presence.set': z.strictObject({ state: z.enum(['available', 'away', 'offline']) }),
  'conversation.open': onConversation,
  'conversation.leave': onConversation,
  'log.read': z.strictObject({ conversationId, after }),
  'message.send': z.strictObject({ conversationId, clientId, text: messageText }),
  'typing.set': z.strictObject({ conversationId, on }),
  'handoff.accept': onceOnConversation,
  'handoff.decline': onceOnConversation,
  'conversation.takeover': onceOnConversation,
  'conversation.return': onceOnConversation,
  'conversation.close': onceOnConversation,
};

/** What a visitor's client presents in the handshake. */
export const visitorHandshakeSchema = z.strictObject({
  protocol: z.int(),
  siteKey: z.string().min(8).max(100),
  token: z.string().min(20).max(100).nullable(),
});

/** What an agent's client presents in the handshake. */
export const agentHandshakeSchema = z.strictObject({
  protocol: z.int(),
  ticket: z.string().min(20).max(100),
});
