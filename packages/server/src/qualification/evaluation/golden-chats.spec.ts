import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Budget, INTENTS, type Intent, SLOT_KINDS, type Verdict } from '@baton/shared-types';
import freeEmailDomains from 'free-email-domains';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type ChatLabels, type GoldenChat, parseGoldenChat } from './golden-chat.js';

/**
 * Checks the labels of our golden chats against the conventions in `golden/README.md`, and nothing else:
 * what the engine makes of the chats is the evaluation's business, not this spec's.
 */
const FOLDER = fileURLToPath(new URL('../../../golden', import.meta.url));

/** Disqualified for a reason that only a reader sees; every other verdict must follow from the labels. */
const READ_AS_DISQUALIFIED: ReadonlySet<string> = new Set([
  ...['EN-012', 'DE-007'], // students
  ...['EN-031', 'EN-042'], // private use, a competitor
  ...['EN-023', 'DE-020'], // "we will not buy"
]);

const DISQUALIFYING: readonly Intent[] = ['opt_out', 'spam', 'abuse', 'job_seeker'];
const FREE_MAIL: ReadonlySet<string> = new Set(freeEmailDomains);
/** Rough rates; no chat hangs on them. */
const USD_PER: Readonly<Record<string, number>> = { USD: 1, EUR: 1.1, GBP: 1.3, CHF: 1.1, CAD: 0.7 };

const day = z.iso.date().nullable();
const count = z.int().positive().nullable();
const amount = z.number().positive().nullable();
const text = z.string().trim().min(1);
const valueSchemas = {
  name: text,
  email: z.email().lowercase(),
  phone: z.string().regex(/^\+?\d{7,15}$/u),
  company: text,
  role: text,
  country: z.string().refine(isCountry, 'no country'),
  team_size: z.strictObject({ min: count, max: count }).refine(isRange, 'no range'),
  budget: z
    .strictObject({
      min: amount,
      max: amount,
      currency: z.enum(['USD', 'EUR', 'GBP', 'CHF', 'CAD']),
      period: z.enum(['month', 'year', 'once', 'seat_month']).nullable(),
    })
    .refine(isRange, 'no range'),
  timeline: z.strictObject({ from: day, to: day }).refine(({ from, to }) => isRange({ min: from, max: to })),
  use_case: text,
  current_tool: text,
};

const evidence = z.array(z.strictObject({ n: z.int().positive(), quote: text })).min(1);
const slotSchema = (value: z.ZodType) => z.strictObject({ value, evidence }).optional();
const slots = z.strictObject({
  name: slotSchema(valueSchemas.name),
  email: slotSchema(valueSchemas.email),
  phone: slotSchema(valueSchemas.phone),
  company: slotSchema(valueSchemas.company),
  role: slotSchema(valueSchemas.role),
  country: slotSchema(valueSchemas.country),
  team_size: slotSchema(valueSchemas.team_size),
  budget: slotSchema(valueSchemas.budget),
  timeline: slotSchema(valueSchemas.timeline),
  use_case: slotSchema(valueSchemas.use_case),
  current_tool: slotSchema(valueSchemas.current_tool),
});
const kinds = z.array(z.enum(SLOT_KINDS)).refine((list) => new Set(list).size === list.length, 'repeated');
const chatSchema = z.strictObject({
  id: z.string().regex(/^(?:EN|DE)-\d{3}$/u),
  language: z.enum(['en', 'de']),
  style: text,
  turns: z.array(
    z.discriminatedUnion('from', [
      z.strictObject({ n: z.int(), from: z.literal('visitor'), text }),
      z.strictObject({ n: z.int(), from: z.literal('assistant'), asks: z.enum(SLOT_KINDS).nullable(), text }),
    ]),
  ),
  gold: z.strictObject({
    slots,
    conflicted: kinds,
    corrected: kinds,
    declined: kinds,
    intents: z.array(z.enum(INTENTS)),
    verdict: z.enum(['qualified', 'needs_review', 'disqualified']).nullable(),
    handoff: z.boolean(),
  }),
});

const lines = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.jsonl'))
  .flatMap((name) => readFileSync(`${FOLDER}/${name}`, 'utf8').trimEnd().split('\n'));
const chats = lines.map((line): GoldenChat => {
  const parsed = parseGoldenChat(line);
  if (!parsed.ok) throw new Error(`${parsed.error} in ${line.slice(0, 40)}`);
  return parsed.value;
});

describe('every chat', () => {
  test.each(lines.map((line) => [line.slice(8, 14), line]))('%s has the documented shape', (_id, line) => {
    const parsed = chatSchema.safeParse(JSON.parse(line));
    expect(parsed.error?.issues ?? []).toEqual([]);
  });

  test.each(chats.map((chat) => [chat.id, chat] as const))('%s counts its turns from 1', (_id, chat) => {
    expect(chat.turns.map((turn) => turn.n)).toEqual(chat.turns.map((_turn, index) => index + 1));
  });

  test.each(chats.map((chat) => [chat.id, chat] as const))('%s quotes the visitor exactly', (_id, chat) => {
    const visitorTexts = new Map(
      chat.turns.filter((turn) => turn.from === 'visitor').map((turn) => [turn.n, turn.text]),
    );
    const invented = Object.values(chat.gold.slots)
      .flatMap((slot) => slot.evidence)
      .filter(({ n, quote }) => !visitorTexts.get(n)?.includes(quote));
    expect(invented).toEqual([]);
  });

  test.each(chats.map((chat) => [chat.id, chat] as const))('%s has lists that fit its slots', (_id, chat) => {
    const { gold } = chat;
    const asked = chat.turns.map((turn) => turn.asks);
    expect(gold.corrected.filter((kind) => gold.slots[kind] === undefined)).toEqual([]);
    expect(gold.conflicted.filter((kind) => (gold.slots[kind]?.evidence.length ?? 0) < 2)).toEqual([]);
    expect(gold.declined.filter((kind) => gold.slots[kind] !== undefined)).toEqual([]);
    expect(gold.declined.filter((kind) => !asked.includes(kind))).toEqual([]);
    if (gold.intents.includes('small_talk')) expect(gold.intents).toEqual(['small_talk']);
    const grounds: readonly Intent[] = ['sales', 'support'];
    if (gold.intents.includes('complaint'))
      expect(gold.intents.some((it) => grounds.includes(it))).toBe(true);
  });

  test.each(chats.map((chat) => [chat.id, chat] as const))(
    '%s has the verdict and handoff of the rule',
    (id, { gold }) => {
      expect(gold.verdict).toBe(READ_AS_DISQUALIFIED.has(id) ? 'disqualified' : verdictOf(gold));
      expect(gold.handoff).toBe(
        gold.verdict === 'qualified' ||
          gold.intents.includes('human_request') ||
          gold.intents.includes('complaint'),
      );
    },
  );

  test.each(chats.map((chat) => [chat.id, chat] as const))(
    '%s names nobody who could be reached by the addresses and numbers in it',
    (_id, chat) => {
      const all = chat.turns.map((turn) => turn.text).join('\n');
      const hosts = [...all.matchAll(/(?:@|https?:\/\/)([\w.-]+\w)/gu)].map((match) => match[1] ?? '');
      expect(hosts.filter((host) => !isReserved(host) && !FREE_MAIL.has(host))).toEqual([]);
      expect([chat.gold.slots.phone?.value ?? '+12025550100'].filter((phone) => !isFictional(phone))).toEqual(
        [],
      );
    },
  );
});

describe('the set', () => {
  test('has unique ids, numbered by language without gaps', () => {
    for (const language of ['en', 'de']) {
      const ids = chats.filter((chat) => chat.language === language).map((chat) => chat.id);
      const prefix = language.toUpperCase();
      expect(ids).toEqual(ids.map((_id, index) => `${prefix}-${String(index + 1).padStart(3, '0')}`));
    }
  });

  test('has at least 28 English and 20 German chats', () => {
    expect(times((chat) => chat.language === 'en')).toBeGreaterThanOrEqual(28);
    expect(times((chat) => chat.language === 'de')).toBeGreaterThanOrEqual(20);
  });

  test.each(INTENTS)('has %s at least 3 times', (intent) => {
    expect(times((chat) => chat.gold.intents.includes(intent))).toBeGreaterThanOrEqual(3);
  });

  test.each(['qualified', 'needs_review', 'disqualified', null] as const)(
    'has the verdict %s at least 6 times',
    (verdict) => {
      expect(times((chat) => chat.gold.verdict === verdict)).toBeGreaterThanOrEqual(6);
    },
  );

  test.each(SLOT_KINDS)('has the slot %s at least 10 times', (kind) => {
    expect(times((chat) => chat.gold.slots[kind] !== undefined)).toBeGreaterThanOrEqual(10);
  });

  test('has corrections, conflicts and refusals of several slots', () => {
    for (const list of ['corrected', 'conflicted', 'declined'] as const)
      expect(new Set(chats.flatMap((chat) => chat.gold[list])).size).toBeGreaterThanOrEqual(3);
  });
});

function verdictOf({ slots: held, intents, conflicted }: ChatLabels): Verdict {
  if (DISQUALIFYING.some((intent) => intents.includes(intent))) return 'disqualified';
  if (!intents.includes('sales')) return null;
  const email = held.email?.value;
  const isReachable =
    held.phone !== undefined || (email !== undefined && !FREE_MAIL.has(email.split('@')[1] ?? ''));
  const teamSize = held.team_size && (held.team_size.value.min ?? held.team_size.value.max);
  const isLarge =
    (teamSize ?? 0) >= 10 ||
    (held.budget !== undefined && usdAMonth(held.budget.value, teamSize ?? null) >= 500);
  const isOpen = conflicted.includes('team_size') || conflicted.includes('budget');
  return isReachable && held.use_case !== undefined && isLarge && !isOpen ? 'qualified' : 'needs_review';
}

/** By the minimum, or by the maximum where only that is known. One-off money says nothing about a month. */
function usdAMonth({ min, max, currency, period }: Budget, teamSize: number | null): number {
  const usd = (min ?? max ?? 0) * (USD_PER[currency] ?? 0);
  switch (period) {
    case 'month':
      return usd;
    case 'year':
      return usd / 12;
    case 'seat_month':
      return usd * (teamSize ?? 0);
    case 'once':
    case null:
      return 0;
  }
}

function times(is: (chat: GoldenChat) => boolean): number {
  return chats.filter(is).length;
}

function isRange({ min, max }: { min: number | string | null; max: number | string | null }): boolean {
  return min === null || max === null ? min !== max : min <= max;
}

/** Of ISO 3166: well-formed, known, and not an alias such as UK. */
function isCountry(code: string): boolean {
  if (!/^[A-Z]{2}$/u.test(code)) return false;
  const isKnown = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code) !== undefined;
  return isKnown && new Intl.Locale(`und-${code}`).region === code;
}

function isReserved(host: string): boolean {
  return /\.(?:example|test|invalid)$/u.test(host);
}

/** Ranges that the regulators of the USA, the UK and Germany keep for fiction. */
function isFictional(phone: string): boolean {
  return [
    /^\+1\d{3}55501\d{2}$/u,
    /^\+44(?:2079460|1632960|7700900)\d{3}$/u,
    /^\+49(?:3023125|4066969|8999998|6990009|2214710)\d{3}$/u,
  ].some((range) => range.test(phone));
}
