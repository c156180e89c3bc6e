import { z } from 'zod';
import type { Bundle, BundleSlot, BundleValue, SourcedSentence } from '../bundle.js';
import { type CompositeScore, INTENTS, SCORE_PARTS } from '../decisions.js';
import { FILE_TYPES, type FileType } from '../files.js';
import type { VerifiedIdentity } from '../identity.js';
import type { IdByPrefix, IdPrefix } from '../ids.js';
import { DISPOSITIONS } from '../overrides.js';
import { type Evidence, SLOT_KINDS } from '../slots.js';
import { slotValueSchema as value } from './slot-value.schema.js';

/*
 * The form of a bundle, in public: docs/schemas/bundle-v1.schema.json is generated from this. Strict, because the
 * hash covers every field: another field is another version.
 */
function id<P extends IdPrefix>(prefix: P): z.ZodType<IdByPrefix[P]> {
  const form = z.string().regex(new RegExp(`^${prefix}_[0-9a-hjkmnp-tv-z]{26}$`));
  return form as unknown as z.ZodType<IdByPrefix[P]>;
}

const share = z.number().min(0).max(1);
const count = z.int().min(0);

const evidence: z.ZodType<Evidence> = z
  .strictObject({ messageId: id('msg'), start: count, end: count, quote: z.string().min(1) })
  .describe('A span of the visitor’s own words: text.slice(start, end) is the quote, in UTF-16 units.');

const bundleValue: z.ZodType<BundleValue> = z.strictObject({
  value,
  display: z.string(),
  confidence: share,
  reason: z.string(),
  source: z.enum(['rules', 'model', 'agent']),
  evidence: z.array(evidence),
});

const slot: z.ZodType<BundleSlot> = z.strictObject({
  key: z.string(),
  kind: z.enum(SLOT_KINDS),
  label: z.string(),
  state: z.enum(['filled', 'declined', 'not_asked', 'unclear', 'conflicting', 'withdrawn']),
  current: bundleValue.nullable(),
  rivals: z.array(bundleValue),
});

const sentence: z.ZodType<SourcedSentence> = z.strictObject({
  text: z.string().min(1),
  messageIds: z.array(id('msg')).min(1),
});

const score: z.ZodType<CompositeScore> = z.strictObject({
  value: share,
  reasons: z
    .array(
      z.strictObject({
        rule: z.string(),
        points: z.number(),
        because: z.string(),
        slots: z.array(z.string()),
        evidence: z.array(evidence),
      }),
    )
    .describe('Points are hundredths of the value and add up to it.'),
  parts: z.array(
    z.strictObject({
      part: z.enum(SCORE_PARTS),
      value: share.nullable().describe('Null: nothing is known that it could be judged by.'),
      weight: share.describe('Renormalised over the parts that are known.'),
    }),
  ),
  basis: z
    .enum(['rules_and_model', 'rule_based_fallback'])
    .describe('rule_based_fallback: no answer of a model stands behind it.'),
});

const text = z.string().nullable();

const verified: z.ZodType<VerifiedIdentity> = z.strictObject({
  subject: z.string().min(1).describe('The customer’s own id of the user.'),
  name: z.string().nullable(),
  email: z.string().nullable(),
  attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});

/** Everything an agent receives with a conversation, version 1. */
export const bundleSchema: z.ZodType<Bundle> = z.strictObject({
  schema: z.literal('baton.bundle/1'),
  conversationId: id('cnv'),
  handoffId: id('hnd').nullable(),
  reason: z.enum(['qualified', 'human_request', 'complaint', 'automation_paused']).nullable(),
  seq: count.describe('The log position it was folded from.'),
  playbook: z.strictObject({ version: z.int().min(1), hash: z.string() }),
  language: z.string(),
  visitor: z.strictObject({
    id: id('vis'),
    label: z.string().min(1),
    claimed: z
      .strictObject({
        name: z.string().nullable(),
        email: z.string().nullable(),
        phone: z.string().nullable(),
      })
      .describe('Typed by the visitor and not proven.'),
    verified: verified.nullable().describe('Proven by a signed identity; null until then.'),
  }),
  page: z.strictObject({ url: z.string(), title: z.string(), referrer: z.string() }).nullable(),
  journey: z.array(z.strictObject({ url: z.string(), title: z.string(), at: z.iso.datetime() })),
  campaign: z
    .strictObject({ source: text, medium: text, campaign: text, term: text, content: text })
    .nullable(),
  intents: z.array(z.enum(INTENTS)),
  urgency: z.enum(['low', 'normal', 'high']),
  sentiment: z.enum(['negative', 'neutral', 'positive']),
  verdict: z.enum(['qualified', 'needs_review', 'disqualified']).nullable(),
  verdictBecause: z.string().nullable(),
  tier: z.enum(['A', 'B', 'C', 'D']).nullable(),
  score: score.nullable(),
  route: z
    .strictObject({
      rule: z.string(),
      because: z.string(),
      team: text,
      priority: z.enum(['urgent', 'high', 'normal', 'low']),
    })
    .nullable(),
  slots: z.array(slot),
  completeness: z.strictObject({
    filled: count,
    total: count,
    declined: count,
    notAsked: count,
    unclear: count,
    conflicting: count,
    withdrawn: count,
  }),
  gaps: z
    .array(
      z.strictObject({
        key: z.string(),
        label: z.string(),
        state: z.enum(['declined', 'not_asked', 'unclear', 'conflicting', 'withdrawn']),
        because: z.string(),
      }),
    )
    .describe('Required by the playbook and not there; empty when complete.'),
  summary: z.array(sentence),
  timeline: z.array(z.strictObject({ seq: count, at: z.iso.datetime(), text: z.string().min(1) })),
  openQuestions: z.array(sentence).describe('What the visitor asked and nobody has answered.'),
  objections: z.array(sentence),
  promised: z.array(sentence).describe('What was promised on the company’s side.'),
  cited: z.array(z.strictObject({ title: z.string(), url: text, messageIds: z.array(id('msg')).min(1) })),
  files: z
    .array(
      z.strictObject({
        fileId: id('fil'),
        name: z.string().min(1),
        type: z.enum(Object.keys(FILE_TYPES) as FileType[]),
        size: count,
        width: count.nullable(),
        height: count.nullable(),
        messageId: id('msg'),
        from: z.enum(['visitor', 'agent']),
      }),
    )
    .min(1)
    .optional()
    .describe('Files that were sent, oldest first; absent: none.'),
  notes: z.array(z.strictObject({ seq: count, by: z.string(), text: z.string() })),
  corrections: z.array(
    z.strictObject({
      seq: count,
      at: z.iso.datetime(),
      by: z.string(),
      what: z.string(),
      reason: z.string(),
    }),
  ),
  disposition: z.strictObject({ kind: z.enum(DISPOSITIONS), reason: text }).nullable(),
  suggestedReply: z.string().describe('A draft for the agent: never sent by itself.'),
  nextQuestions: z.array(z.string()),
  transcript: z.strictObject({ conversationId: id('cnv'), messages: count, href: z.string() }),
  hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('SHA-256 (hex) over the canonical JSON (RFC 8785) of all other fields.'),
});
