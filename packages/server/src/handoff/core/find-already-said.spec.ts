import type { BundleSlot, MessageId, SlotKind } from '@baton/shared-types';
import { describe, expect, it } from 'vitest';
import { findAlreadySaid } from './find-already-said.js';

const slot = (kind: SlotKind, state: BundleSlot['state'] = 'filled'): BundleSlot => ({
  key: kind,
  kind,
  label: kind,
  state,
  current: {
    value: 'x',
    display: 'x',
    confidence: 1,
    reason: 'said so',
    source: 'rules',
    evidence: [{ messageId: 'msg_1' as MessageId, start: 0, end: 1, quote: 'x' }],
  },
  rivals: [],
});
const KINDS: readonly SlotKind[] = [
  'name',
  'email',
  'phone',
  'company',
  'role',
  'country',
  'team_size',
  'budget',
  'timeline',
  'use_case',
  'current_tool',
];
const found = (draft: string, slots = KINDS.map((kind) => slot(kind))) =>
  findAlreadySaid(draft, { slots }).map(({ key }) => key);

describe('an agent who is about to ask what was said already', () => {
  it.each<[string, SlotKind]>([
    ['Could I have your name, please?', 'name'],
    ['What is your email address?', 'email'],
    ['Which number can we call you on?', 'phone'],
    ['Which company are you with?', 'company'],
    ["what's your role there", 'role'],
    ['Which country are you in?', 'country'],
    ['How many people would use it?', 'team_size'],
    ['Do you have a rough idea of your budget?', 'budget'],
    ['When would you like to start?', 'timeline'],
    ['What would you like to use it for? I mean, what are you looking for?', 'use_case'],
    ['Which tool do you use today?', 'current_tool'],
    ['Wie heißen Sie?', 'name'],
    ['Wie viele Personen würden es nutzen?', 'team_size'],
    ['Welches Budget haben Sie?', 'budget'],
    ['Bis wann brauchen Sie es?', 'timeline'],
    ['Wie lautet Ihre E-Mail-Adresse?', 'email'],
  ])('%s', (draft, kind) => expect(found(draft)).toContain(kind));

  it.each([
    'Thanks, I will send you the offer.',
    'I have read everything. Shall I set up a trial for your team?',
    'Let me check that with my colleagues.',
    'Einen Moment, ich sehe nach.',
  ])('is not warned of “%s”', (draft) => expect(found(draft)).toEqual([]));

  it('may ask what is open, contradictory or half understood', () => {
    const open = (['not_asked', 'conflicting', 'unclear', 'declined', 'withdrawn'] as const).map((state) =>
      slot('budget', state),
    );
    for (const each of open) expect(found('What is your budget?', [each])).toEqual([]);
  });

  it('sees the words of the visitor that answer it', () => {
    const [hit] = findAlreadySaid('What is your budget?', { slots: [slot('budget')] });
    expect(hit).toMatchObject({ display: 'x', said: [{ messageId: 'msg_1', quote: 'x' }] });
  });
});
