import { z } from 'zod';
import { SCORE_PARTS } from '../decisions.js';
import {
  DESK_LANGUAGES,
  OPTIONAL_PLAYBOOK_TEXTS,
  type OptionalPlaybookTextKey,
  PLAYBOOK_TEXTS,
  type Playbook,
  type PlaybookTextKey,
} from '../playbook.js';
import { QUESTION_INPUTS } from '../questions.js';
import { SLOT_KINDS } from '../slots.js';
import { routingSchema } from './routing.schema.js';

const text = z.string().trim().min(1).max(600);
const key = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,39}$/, 'must be lower-case letters, digits and underscores, at most 40');
const condition = z.string().trim().min(1).max(500);

/** A text per language; English is required, any other language may follow. */
const localized = z.object({ en: text }).catchall(text);
const localizedList = z.object({ en: z.array(text).max(4) }).catchall(z.array(text).max(4));

const texts = z.strictObject({
  ...(Object.fromEntries(PLAYBOOK_TEXTS.map((name) => [name, localized])) as Record<
    PlaybookTextKey,
    typeof localized
  >),
  ...(Object.fromEntries(OPTIONAL_PLAYBOOK_TEXTS.map((name) => [name, localized.optional()])) as Record<
    OptionalPlaybookTextKey,
    z.ZodOptional<typeof localized>
  >),
});

const options = z.array(text).min(2).max(8);
const slotInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum([...QUESTION_INPUTS, 'text']) }),
  z.strictObject({ kind: z.literal('choice'), options: z.object({ en: options }).catchall(options) }),
]);

const slot = z.strictObject({
  key,
  kind: z.enum(SLOT_KINDS),
  label: localized,
  ask: localized,
  confirm: localized,
  acknowledge: localized.nullable(),
  input: slotInput.optional(),
  askWhen: condition.optional(),
});

const verdictRule = z.strictObject({
  id: key,
  when: condition,
  verdict: z.enum(['qualified', 'needs_review', 'disqualified']).nullable(),
  because: text,
});

const handoffRule = z.strictObject({
  id: key,
  when: condition,
  reason: z.enum(['qualified', 'human_request', 'complaint']),
  because: text,
});

const scoreLine = z.strictObject({
  id: key,
  part: z.enum(SCORE_PARTS).default('propensity'),
  when: condition,
  points: z.number().positive().max(1_000),
  because: text,
  slots: z.array(key),
});

const weight = z.number().min(0).max(100);
const DEFAULT_WEIGHTS = { seniority: 0.2, role_fit: 0.2, reachability: 0.25, propensity: 0.35 };
const weights = z
  .strictObject({ seniority: weight, role_fit: weight, reachability: weight, propensity: weight })
  .refine((each) => Object.values(each).some((value) => value > 0), 'one of the weights must be above 0');

/** The form of a playbook. What only shows in context (unknown slots, conditions) is checked by the compiler. */
export const playbookSchema: z.ZodType<Playbook> = z.strictObject({
  schema: z.literal(1),
  name: text,
  deskLanguage: z.enum(DESK_LANGUAGES, `must be one of ${DESK_LANGUAGES.join(', ')}`).default('en'),
  assistant: z.strictObject({
    name: text,
    greeting: localized,
    disclosure: localized,
    starters: localizedList,
  }),
  slots: z.array(slot).min(1).max(SLOT_KINDS.length),
  ladder: z.array(key),
  contact: z.array(key).min(1),
  verdicts: z.array(verdictRule).min(1).max(100),
  handoffs: z.array(handoffRule).max(100),
  score: z.array(scoreLine).min(1).max(100),
  weights: weights.default(DEFAULT_WEIGHTS),
  offer: z.strictObject({ deadlineSeconds: z.number().int().min(5).max(3_600) }),
  routing: routingSchema.optional(),
  briefing: z.strictObject({ required: z.array(key).min(1).max(SLOT_KINDS.length) }).optional(),
  knowledge: z.strictObject({ minimumScore: z.number().min(0) }),
  limits: z.strictObject({
    turns: z.number().int().min(1).max(500),
    modelTokens: z.number().int().min(0).max(1_000_000),
    turnTokens: z.number().int().min(0).max(100_000).default(12_000),
    visitorTokensPerDay: z.number().int().min(0).max(10_000_000).default(150_000),
    workspaceTokensPerDay: z.number().int().min(0).max(10_000_000_000).default(5_000_000),
    asksPerSlot: z.number().int().min(1).max(5),
    repeatAfterAnswer: z.boolean().optional(),
  }),
  texts,
});
