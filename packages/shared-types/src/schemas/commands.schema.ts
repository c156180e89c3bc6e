import { z } from 'zod';
import type { AgentCommands, VisitorCommands } from '../commands.js';
import { INTENTS } from '../decisions.js';
import type { ErrorCode } from '../errors.js';
import { type AgentId, type ConversationId, isId, type MessageId } from '../ids.js';
import { DISPOSITIONS } from '../overrides.js';
import { LIMITS } from '../protocol.js';
import { isTimeZone } from './is-time-zone.js';
import { slotValueSchema } from './slot-value.schema.js';

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
/** Too long or not a token at all: refused with the others, not as an input of the wrong form. */
const signedIdentity = z.string().max(LIMITS.frameBytes);
const nothing = z.strictObject({});

type Payloads<C> = {
  readonly [K in keyof C]: C[K] extends { readonly payload: infer P } ? z.ZodType<P> : never;
};

/** The payload of every command a visitor's client may send. */
export const visitorCommandSchemas: Payloads<VisitorCommands> = {
  'session.open': z.strictObject({ page, locale, timeZone, identity: signedIdentity.optional() }),
  'session.logout': nothing,
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
  'consent.set': z.strictObject({ version: z.string().regex(/^[0-9a-f]{12}$/), granted: z.boolean() }),
};

const onConversation = z.strictObject({ conversationId });
const onceOnConversation = z.strictObject({ conversationId, clientId });
/** Why somebody overrides the machine: a word at least. */
const reason = z.string().trim().min(3).max(LIMITS.reasonCharacters).refine(withoutNul).transform(wellFormed);
const noteText = z
  .string()
  .trim()
  .min(1)
  .max(LIMITS.messageCharacters)
  .refine(withoutNul)
  .transform(wellFormed);
const routeTo = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('agent'), id: z.custom<AgentId>((value) => isId('agt', value)) }),
  z.strictObject({ kind: z.literal('team'), key: slotKey }),
]);
const disposition = z
  .strictObject({ kind: z.enum(DISPOSITIONS), reason: reason.nullable() })
  .refine(({ kind, reason }) => reason !== null || (kind !== 'rejected' && kind !== 'lost'), {
    message: 'needs a reason',
    path: ['reason'],
  });
const position = z.int().min(0).max(LIMITS.messageCharacters);

/** The payload of every command an agent's client may send. */
export const agentCommandSchemas: Payloads<AgentCommands> = {
  'console.open': nothing,
  'presence.set': z.strictObject({
    state: z.enum(['available', 'away', 'offline']),
    reason: z.string().trim().min(1).max(120).refine(withoutNul).transform(wellFormed).nullable().optional(),
  }),
  'conversation.open': onConversation,
  'conversation.leave': onConversation,
  'log.read': z.strictObject({ conversationId, after }),
  'message.send': z.strictObject({ conversationId, clientId, text: messageText }),
  'typing.set': z.strictObject({ conversationId, on }),
  'handoff.accept': onceOnConversation,
  'handoff.decline': z.strictObject({ conversationId, clientId, reason: reason.optional() }),
  'conversation.takeover': onceOnConversation,
  'conversation.return': z.strictObject({
    conversationId,
    clientId,
    summary: noteText.optional(),
    instructions: noteText.optional(),
  }),
  'conversation.close': z.strictObject({ conversationId, clientId, disposition: disposition.optional() }),
  'colleagues.list': nothing,
  'conversation.transfer': z.strictObject({ conversationId, clientId, to: routeTo, note: noteText }),
  'conversation.barge_in': z.strictObject({ conversationId, clientId, reason }),
  'conversation.reroute': z.strictObject({ conversationId, clientId, to: routeTo, reason }),
  'note.add': z.strictObject({ conversationId, clientId, text: noteText }),
  'slot.correct': z.strictObject({
    conversationId,
    clientId,
    key: slotKey,
    value: slotValueSchema.nullable(),
    evidence: z
      .strictObject({
        messageId: z.custom<MessageId>((value) => isId('msg', value)),
        start: position,
        end: position,
      })
      .optional(),
    reason,
  }),
  'lead.reclassify': z
    .strictObject({
      conversationId,
      clientId,
      verdict: z.enum(['qualified', 'needs_review', 'disqualified']).nullable().optional(),
      tier: z.enum(['A', 'B', 'C', 'D']).optional(),
      intents: z.array(z.enum(INTENTS)).max(INTENTS.length).optional(),
      reason,
    })
    .refine(
      ({ verdict, tier, intents }) => verdict !== undefined || tier !== undefined || intents !== undefined,
    ),
  'automation.set': z.strictObject({ conversationId, clientId, paused: z.boolean(), reason }),
  'draft.check': z.strictObject({ conversationId, text: z.string().max(LIMITS.messageCharacters) }),
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
