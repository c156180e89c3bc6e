import type { BundleSlotState, NewEvent } from '@baton/shared-types';
import { bundleSchema } from '@baton/shared-types/schemas';
import { describe, expect, it } from 'vitest';
import {
  asked,
  foldView,
  id,
  said,
  slotRecord,
  systemEvent,
  toLog,
  VISITOR,
} from '../../../test/build-log.js';
import { decisionRecord } from '../../../test/decision-record.js';
import { readPlaybook } from '../../../test/read-playbook.js';
import { canonicalJson, contentHash } from '../../kernel/digest.js';
import { buildBundle } from './build-bundle.js';
import { deskOf } from './words/desk.js';

const TEXT = {
  1: 'Hi, Kim Osei from Lakeside Clinic. We need shift planning.',
  2: 'We are 20 people … or about 200. Do you support ISO 27001?',
  3: 'maybe next year. Not telling you my phone number',
} as const;
const { playbook } = readPlaybook();

const held = {
  name: slotRecord('name', 'confirmed', { value: 'Kim Osei', n: 1, text: TEXT[1], quote: 'Kim Osei' }),
  use_case: slotRecord('use_case', 'confirmed', {
    value: 'shift planning',
    n: 1,
    text: TEXT[1],
    quote: 'shift planning',
  }),
  team_size: {
    ...slotRecord('team_size', 'conflicted', {
      value: { min: 200, max: 200 },
      n: 2,
      text: TEXT[2],
      quote: 'about 200',
    }),
    rivals: [
      slotRecord('team_size', 'confirmed', {
        value: { min: 20, max: 20 },
        n: 2,
        text: TEXT[2],
        quote: '20 people',
      }).current,
    ].filter((value) => value !== null),
  },
  timeline: slotRecord('timeline', 'proposed', {
    value: { from: '2027-01-01', to: '2027-12-31' },
    n: 3,
    text: TEXT[3],
    quote: 'next year',
  }),
  phone: slotRecord('phone', 'declined', null),
  budget: slotRecord('budget', 'withdrawn', null),
};

const EVENTS: readonly NewEvent[] = [
  systemEvent('conversation.started', {
    siteId: id.site,
    page: { url: 'https://www.tidewater.example/pricing', title: 'Pricing', referrer: '' },
    locale: 'en',
    timeZone: 'Europe/Berlin',
  }),
  said(VISITOR, 1, TEXT[1]),
  systemEvent('slot.filled', { slot: held.name }),
  systemEvent('slot.filled', { slot: held.use_case }),
  asked(10, 'email'),
  said(VISITOR, 2, TEXT[2]),
  systemEvent('slot.conflicted', { slot: held.team_size }),
  said(VISITOR, 3, TEXT[3]),
  systemEvent('slot.proposed', { slot: held.timeline }),
  systemEvent('slot.declined', { slot: held.phone }),
  systemEvent('slot.withdrawn', { slot: held.budget }),
  systemEvent('decision.recorded', {
    decision: decisionRecord({
      verdict: 'qualified',
      verdictRule: { id: 'fits', because: 'It fits.' },
      tier: 'B',
      score: {
        value: 0.7,
        reasons: [{ rule: 'team', points: 70, because: 'A team.', slots: ['team_size'], evidence: [] }],
        parts: [{ part: 'propensity', value: 0.7, weight: 1 }],
        basis: 'rule_based_fallback',
      },
    }),
  }),
  systemEvent('handoff.requested', { handoffId: id.handoff, reason: 'qualified' }),
];

const given = (events = EVENTS) => ({
  conversationId: id.conversation,
  log: toLog(events),
  visitorId: id.visitor,
  playbook,
  identity: { version: 3, hash: 'a'.repeat(64) },
  desk: deskOf(playbook),
});
const bundle = buildBundle(given());

describe('the bundle', () => {
  it('has the published form', () => {
    expect(bundleSchema.parse(bundle)).toEqual(bundle);
    expect(bundleSchema.safeParse({ ...bundle, extra: 1 }).success).toBe(false);
    expect(bundleSchema.safeParse({ ...bundle, hash: 'x' }).success).toBe(false);
  });

  it('is the same bytes from the same log, and other bytes from another', () => {
    expect(canonicalJson(buildBundle(given()))).toBe(canonicalJson(bundle));
    const longer = buildBundle(given([...EVENTS, said(VISITOR, 4, 'hello?')]));
    expect(longer.hash).not.toBe(bundle.hash);
  });

  it('carries the hash of everything else in it', () => {
    const { hash, ...rest } = bundle;
    expect(hash).toBe(contentHash(rest));
    expect(contentHash({ ...rest, verdict: 'disqualified' })).not.toBe(hash);
  });

  it('lists every slot of the playbook once, in its order', () => {
    expect(bundle.slots.map(({ key }) => key)).toEqual(playbook.slots.map(({ key }) => key));
    expect(bundle.completeness).toMatchObject({ filled: 2, total: playbook.slots.length, unclear: 2 });
  });

  it.each<[string, BundleSlotState]>([
    ['name', 'filled'],
    ['team_size', 'conflicting'],
    ['timeline', 'unclear'],
    ['email', 'unclear'],
    ['phone', 'declined'],
    ['budget', 'withdrawn'],
    ['role', 'not_asked'],
  ])('%s is %s', (key, state) => {
    expect(bundle.slots.find((slot) => slot.key === key)?.state).toBe(state);
  });

  it('proves every value with words that stand in the named message', () => {
    const texts = new Map(foldView(EVENTS).messages.map(({ messageId, text }) => [messageId, text]));
    const spans = bundle.slots
      .flatMap(({ current, rivals }) => [...(current ? [current] : []), ...rivals])
      .flatMap(({ evidence }) => evidence);
    expect(spans).toHaveLength(5);
    for (const { messageId, start, end, quote } of spans)
      expect(texts.get(messageId)?.slice(start, end)).toBe(quote);
  });

  it('leads to the conversation’s page in the console', () => {
    expect(bundle.transcript).toEqual({
      conversationId: id.conversation,
      messages: 4,
      href: `/console/conversations/${id.conversation}`,
    });
  });

  it('keeps both sides of a contradiction', () => {
    const size = bundle.slots.find(({ key }) => key === 'team_size');
    expect(size?.current?.display).toBe('200');
    expect(size?.rivals.map(({ display }) => display)).toEqual(['20']);
  });

  it('A103: puts nothing into the summary that does not stand on messages of this log', () => {
    const known = new Set(foldView(EVENTS).messages.map(({ messageId }) => messageId));
    const sources = [...bundle.summary, ...bundle.openQuestions, ...bundle.promised].map((s) => s.messageIds);
    expect(sources.length).toBeGreaterThan(2);
    for (const ids of sources) {
      expect(ids.length).toBeGreaterThan(0);
      expect(ids.every((messageId) => known.has(messageId))).toBe(true);
    }
  });

  it('speaks German to a company whose people read German, and leaves the visitor’s words as they are', () => {
    const german = { ...playbook, deskLanguage: 'de' } as const;
    const events = [
      ...EVENTS,
      systemEvent('handoff.expired', {
        handoffId: id.handoff,
        because: 'no_accept',
        promisedBy: '2026-11-20T13:30:00.000Z',
      }),
    ];
    const read = buildBundle({ ...given(events), playbook: german, desk: deskOf(german) });
    expect(bundleSchema.parse(read)).toEqual(read);
    expect(read.summary.map(({ text }) => text)).toEqual([
      'Kim Osei.',
      'Anliegen: „shift planning“.',
      '200 Personen würden damit arbeiten.',
      'Zeitraum: 2027.',
    ]);
    expect(read.timeline.map(({ text }) => text)).toEqual([
      'Die Unterhaltung begann auf „Pricing“.',
      'Der Besucher schrieb zum ersten Mal.',
      'Zwei Angaben zu „Teamgröße“ widersprechen sich.',
      'Urteil: qualifiziert. It fits.',
      'Ein Mensch wurde gerufen: Der Lead ist qualifiziert.',
      'Niemand konnte übernehmen; dem Besucher wurde eine Antwort bis Freitag, 20. November um 14:30 MEZ zugesagt.',
    ]);
    expect(read.gaps).toEqual([
      {
        key: 'team_size',
        label: 'Teamgröße',
        state: 'conflicting',
        because: 'Der Besucher hat zweierlei gesagt, das sich widerspricht.',
      },
      {
        key: 'email',
        label: 'E-Mail',
        state: 'unclear',
        because: 'Es wurde danach gefragt oder davon gesprochen, aber eine klare Antwort kam nicht.',
      },
    ]);
    expect(read.suggestedReply).toBe(bundle.suggestedReply);
  });

  it('claims nothing about a visitor of whom nothing is known', () => {
    const empty = buildBundle(given(EVENTS.slice(0, 1)));
    expect(bundleSchema.safeParse(empty).error?.issues ?? []).toEqual([]);
    expect(empty).toMatchObject({
      visitor: { label: 'Visitor cafe', claimed: { name: null, email: null, phone: null }, verified: null },
      handoffId: null,
      verdict: null,
      summary: [],
      completeness: { filled: 0 },
    });
  });
});
