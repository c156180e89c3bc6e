import type { MessageId, SlotKind, SlotValue } from '@baton/shared-types';
import { SLOT_KINDS } from '@baton/shared-types';
import { describe, expect, it } from 'vitest';
import { leadFacts } from './lead-facts.js';
import { mergeCandidates } from './merge-understanding.js';
import { emptyMemory } from './qualification-memory.js';

const SLOTS = SLOT_KINDS.map((kind) => ({ key: kind, kind }));

function factsOf(values: { readonly [K in SlotKind]?: SlotValue }) {
  const candidates = SLOT_KINDS.flatMap((kind) => {
    const value = values[kind];
    if (value === undefined) return [];
    const evidence = [{ messageId: 'msg_1' as MessageId, start: 0, end: 1, quote: 'x' }];
    return [
      {
        kind,
        value,
        evidence,
        confidence: 0.9,
        reason: 'Said so.',
        source: 'rules' as const,
        corrects: false,
      },
    ];
  });
  return leadFacts(mergeCandidates(emptyMemory(SLOTS), candidates, SLOTS).memory);
}

describe('leadFacts', () => {
  it('given nothing, then every fact is there and says so', () => {
    expect(factsOf({})).toMatchObject({
      email: 'none',
      reachable: false,
      teamSize: 0,
      monthlyBudgetUsd: 0,
      conflicts: [],
    });
  });

  it.each([
    ['dana@brightwell.example', 'business', true],
    ['dana@gmail.com', 'free', false],
    ['dana@web.de', 'free', false],
    ['dana@hotmail.co.nz', 'free', false],
    ['dana@sapo.pt', 'free', false],
    ['dana@mailinator.com', 'disposable', false],
    ['dana@live.example', 'business', true],
  ])('given %s, then the address is %s', (email, kind, reachable) => {
    expect(factsOf({ email })).toMatchObject({ email: kind, businessEmail: reachable, reachable });
  });

  it('given a free address and a phone number, then the visitor is reachable', () => {
    expect(factsOf({ email: 'dana@gmail.com', phone: '+441632960188' }).reachable).toBe(true);
  });

  it.each([
    [{ min: 12_000, max: 12_000, currency: 'USD', period: 'year' as const }, 1_000],
    [{ min: null, max: 500, currency: 'EUR', period: 'month' as const }, 550],
    [{ min: 16, max: 20, currency: 'USD', period: 'seat_month' as const }, 160],
    [{ min: 300, max: 300, currency: 'GBP', period: null }, 390],
    [{ min: 300, max: 300, currency: 'XXX', period: 'month' as const }, 0],
  ])('given a budget of %j and ten seats, then it is worth %d dollars a month', (budget, expected) => {
    const facts = factsOf({ budget, team_size: { min: 10, max: null } });
    expect(facts.monthlyBudgetUsd).toBeCloseTo(expected, 5);
    expect(facts.teamSize).toBe(10);
  });
});
