import { describe, expect, it } from 'vitest';
import { type ChatLabels, type GoldenChat, parseGoldenChat } from './golden-chat.js';
import { matchSlot } from './match-slot.js';
import { partOf } from './part-of.js';
import { f1Of, scoreChats } from './score-chats.js';

const LABELS: ChatLabels = {
  slots: { name: { value: 'Dana', evidence: [{ n: 1, quote: 'Dana' }] } },
  conflicted: [],
  corrected: [],
  declined: ['phone'],
  intents: ['sales'],
  verdict: 'needs_review',
  handoff: false,
};
const CHAT: GoldenChat = {
  id: 'G-001',
  language: 'en',
  style: '',
  turns: [{ n: 1, from: 'visitor', text: 'im Dana', asks: null }],
  gold: LABELS,
};

describe('scoreChats', () => {
  it('given the labels themselves, then everything is right', () => {
    const scores = scoreChats([{ chat: CHAT, predicted: LABELS }]);
    expect(f1Of(scores.allSlots)).toBe(1);
    expect(scores).toMatchObject({ falseEvidence: 0, verdict: { right: 1, of: 1 }, misses: [] });
  });

  it('given a wrong value, then it counts as invented and as missed', () => {
    const predicted = { ...LABELS, slots: { name: { value: 'Kev', evidence: [] } }, declined: [] };
    const scores = scoreChats([{ chat: CHAT, predicted }]);
    expect(scores.slots.name).toEqual({ right: 0, invented: 1, missed: 1 });
    expect(scores.declined).toEqual({ right: 0, invented: 0, missed: 1 });
    expect(scores.misses.map((miss) => miss.what)).toEqual(['name', 'declined']);
  });

  it('given words that do not stand in the turn, then the evidence is false', () => {
    const slots = { name: { value: 'Dana', evidence: [{ n: 1, quote: 'Dana Whitfield' }] } };
    expect(scoreChats([{ chat: CHAT, predicted: { ...LABELS, slots } }]).falseEvidence).toBe(1);
  });
});

describe('matchSlot', () => {
  const gold = (value: string | object, quote = '') => ({ value, evidence: [{ n: 1, quote }] }) as never;

  it.each([
    ['name', 'dana whitfield', 'Dana Whitfield', true],
    ['company', 'Brightwell Dental.', 'Brightwell Dental', true],
    ['company', 'Brightwell', 'Brightwell Dental', false],
    ['phone', '+441632960188', '01632960188', true],
    ['phone', '+441632960188', '+441632960189', false],
    ['role', 'practice manager', 'the practice manager', true],
    ['timeline', { from: null, to: '2027-03-29' }, { from: null, to: '2027-03-31' }, true],
    ['timeline', { from: null, to: '2027-03-20' }, { from: null, to: '2027-03-31' }, false],
    ['timeline', { from: '2026-11-20', to: '2027-03-31' }, { from: null, to: '2027-03-31' }, false],
    ['team_size', { min: 10, max: null }, { min: 10, max: null }, true],
    ['team_size', { min: 10, max: 10 }, { min: 10, max: null }, false],
  ] as const)('%s: %j against %j is %s', (kind, predicted, expected, right) => {
    expect(matchSlot(kind, predicted, gold(expected))).toBe(right);
  });
});

describe('parseGoldenChat', () => {
  it('given a line that is no chat, then the error names the place', () => {
    expect(parseGoldenChat('{"id":"X","language":"en","turns":[{"n":1,"from":"bot"}]}')).toMatchObject({
      ok: false,
      error: expect.stringContaining('turns[0].from'),
    });
    expect(parseGoldenChat('not json').ok).toBe(false);
  });
});

describe('partOf', () => {
  it('given a chat, then its part never changes', () => {
    expect(['A-001', 'A-005', 'D-048', 'D-047'].map(partOf)).toEqual([
      'tuned',
      'held-out',
      'tuned',
      'held-out',
    ]);
  });
});
