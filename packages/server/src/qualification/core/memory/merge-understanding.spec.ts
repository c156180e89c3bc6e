import type { MessageId, SlotCandidate, SlotKind, SlotValue } from '@baton/shared-types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Understanding } from '../understanding/reading.js';
import { applySlotChange, mergeCandidates, mergeUnderstanding, withdrawSlot } from './merge-understanding.js';
import { emptyMemory, NO_FLAGS, type QualificationMemory, rememberAsked } from './qualification-memory.js';

const SLOTS = (['name', 'email', 'phone', 'company', 'team_size', 'budget', 'timeline'] as const).map(
  (kind) => ({ key: kind, kind }),
);

let messages = 0;

function said(kind: SlotKind, value: SlotValue, more: Partial<SlotCandidate> = {}): SlotCandidate {
  messages += 1;
  const quote = JSON.stringify(value);
  const evidence = [{ messageId: `msg_${messages}` as MessageId, start: 0, end: quote.length, quote }];
  return {
    kind,
    value,
    evidence,
    confidence: 0.9,
    reason: 'Said so.',
    source: 'rules',
    corrects: false,
    ...more,
  };
}

function heard(...candidates: readonly SlotCandidate[]): Understanding {
  return {
    language: 'en',
    intents: [],
    flags: NO_FLAGS,
    urgency: 'normal',
    sentiment: 'neutral',
    candidates,
    declined: [],
    asksQuestion: false,
    wishes: false,
  };
}

function after(...turns: readonly Understanding[]): QualificationMemory {
  return turns.reduce((memory, turn) => mergeUnderstanding(memory, turn, SLOTS).memory, emptyMemory(SLOTS));
}

const people = (n: number) => ({ min: n, max: n });

describe('mergeUnderstanding', () => {
  it('given an empty slot, when a sure value is heard, then it is confirmed, and an unsure one proposed', () => {
    const { slots } = after(heard(said('name', 'Dana'), said('company', 'Brightwell', { confidence: 0.4 })));
    expect(slots['name']).toMatchObject({ state: 'confirmed', current: { value: 'Dana' } });
    expect(slots['company']).toMatchObject({ state: 'proposed', current: { value: 'Brightwell' } });
  });

  it('given a value, when it is heard again, then its evidence grows and nothing else changes', () => {
    const { slots } = after(heard(said('team_size', people(14))), heard(said('team_size', people(14))));
    expect(slots['team_size']).toMatchObject({ state: 'confirmed', rivals: [], corrected: false });
    expect(slots['team_size']?.current?.evidence).toHaveLength(2);
  });

  it('given a first name, when the full name is heard, then it is extended and keeps both proofs', () => {
    const { slots } = after(heard(said('name', 'Dana')), heard(said('name', 'Dana Whitfield')));
    expect(slots['name']).toMatchObject({ state: 'confirmed', current: { value: 'Dana Whitfield' } });
    expect(slots['name']?.current?.evidence).toHaveLength(2);
  });

  it('given an amount without a period, when the period is heard, then the budget is refined', () => {
    const amount = { min: 500, max: 500, currency: 'USD', period: null };
    const { slots } = after(
      heard(said('budget', amount)),
      heard(said('budget', { ...amount, period: 'month' })),
    );
    expect(slots['budget']).toMatchObject({ state: 'confirmed', current: { value: { period: 'month' } } });
  });

  it('given a value, when another contradicts it without a word, then both are kept and the latest is in force', () => {
    const { slots } = after(heard(said('team_size', people(25))), heard(said('team_size', people(8))));
    expect(slots['team_size']).toMatchObject({
      state: 'conflicted',
      current: { value: people(8) },
      rivals: [{ value: people(25) }],
    });
  });

  it('given a value, when the visitor corrects it, then only the corrected one stays', () => {
    const { slots } = after(
      heard(said('team_size', people(40))),
      heard(said('team_size', people(14), { corrects: true })),
    );
    expect(slots['team_size']).toMatchObject({
      state: 'confirmed',
      corrected: true,
      current: { value: people(14) },
      rivals: [],
    });
  });

  it('given a conflict, when the visitor was asked and names one value again, then it is settled', () => {
    const conflicted = after(heard(said('team_size', people(25))), heard(said('team_size', people(8))));
    const asked = rememberAsked(conflicted, 'team_size');
    const { memory } = mergeUnderstanding(asked, heard(said('team_size', people(25))), SLOTS);
    expect(memory.slots['team_size']).toMatchObject({
      state: 'confirmed',
      current: { value: people(25) },
      rivals: [],
    });
  });

  it('given a refusal, when the slot was never asked for, then nothing is declined', () => {
    const refusal = { ...heard(), declined: [{ kind: 'phone' as const, evidence: [] }] };
    expect(mergeUnderstanding(emptyMemory(SLOTS), refusal, SLOTS).changes).toEqual([]);
    const asked = rememberAsked(emptyMemory(SLOTS), 'phone');
    expect(mergeUnderstanding(asked, refusal, SLOTS).changes).toMatchObject([
      { type: 'slot.declined', slot: { key: 'phone', state: 'declined', current: null } },
    ]);
  });

  it('given a value, when a lesser source contradicts it, then it stands; an agent corrects it', () => {
    const known = after(heard(said('email', 'a@b.example')));
    const model = mergeCandidates(known, [said('email', 'x@y.example', { source: 'model' })], SLOTS);
    expect(model.changes).toEqual([]);
    const agent = mergeCandidates(known, [said('email', 'x@y.example', { source: 'agent' })], SLOTS);
    expect(agent.changes).toMatchObject([
      { type: 'slot.corrected', slot: { current: { value: 'x@y.example', source: 'agent' } } },
    ]);
    const again = mergeCandidates(agent.memory, [said('email', 'a@b.example')], SLOTS);
    expect(again.changes).toEqual([]);
  });

  it('given a value of the model, when the visitor says otherwise, then the visitor is believed without a conflict', () => {
    const known = mergeCandidates(emptyMemory(SLOTS), [said('name', 'Dan', { source: 'model' })], SLOTS);
    const { memory } = mergeUnderstanding(known.memory, heard(said('name', 'Kev')), SLOTS);
    expect(memory.slots['name']).toMatchObject({
      state: 'confirmed',
      current: { value: 'Kev', source: 'rules' },
    });
  });

  it('given a value, when the visitor withdraws it, then nothing of it stays in force', () => {
    const { memory, changes } = withdrawSlot(after(heard(said('name', 'Dana'))), 'name');
    expect(changes.map((change) => change.type)).toEqual(['slot.withdrawn']);
    expect(memory.slots['name']).toMatchObject({ state: 'withdrawn', current: null, rivals: [] });
  });

  it('given a value that is said over and over, when there are proofs enough, then nothing is written down any more', () => {
    const said14 = () => heard(said('team_size', people(14)));
    const often = after(...Array.from({ length: 50 }, said14));
    const proofs = often.slots['team_size']?.current?.evidence ?? [];
    expect(proofs).toHaveLength(8);
    expect(mergeUnderstanding(often, said14(), SLOTS).changes).toEqual([]);

    const surer = heard(said('team_size', people(14), { confidence: 0.95, reason: 'Answered.' }));
    const [proof] = surer.candidates[0]?.evidence ?? [];
    const { current } = mergeUnderstanding(often, surer, SLOTS).memory.slots['team_size'] ?? {};
    expect(current).toMatchObject({ confidence: 0.95, reason: 'Answered.' });
    expect(current?.evidence).toEqual([proofs[0], ...proofs.slice(2), proof]);
  });

  it('given a visitor who never says the same twice, then what is held of a slot does not grow without end', () => {
    const sizes = (count: number) =>
      after(...Array.from({ length: count }, (_, n) => heard(said('team_size', people(n + 1)))));
    const held = (count: number) => JSON.stringify(sizes(count).slots['team_size']).length;
    expect(held(200)).toBeLessThan(held(20) * 1.2);
    expect(sizes(20).slots['team_size']?.rivals.map(({ value }) => value)).toEqual(
      [16, 17, 18, 19].map(people),
    );
  });

  it('given any turns, when their changes are folded from the log, then the memory is the one held live', () => {
    const candidate = fc
      .record({
        kind: fc.constantFrom('name', 'email', 'team_size', 'phone'),
        pick: fc.integer({ min: 0, max: 3 }),
        corrects: fc.boolean(),
        confidence: fc.constantFrom(0.3, 0.7, 0.95),
        source: fc.constantFrom('rules', 'model', 'agent'),
      })
      .map(({ kind, pick, ...more }) => said(kind, VALUES[kind][pick] ?? 'Dana', more));
    const turn = fc.record({
      candidates: fc.array(candidate, { maxLength: 4 }),
      declines: fc.subarray(['name', 'phone'] as const),
    });
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 8 }), (turns) => {
        let live = rememberAsked(rememberAsked(emptyMemory(SLOTS), 'name'), 'phone');
        let replayed = live;
        for (const { candidates, declines } of turns) {
          const declined = declines.map((kind) => ({ kind, evidence: [] }));
          const merged = mergeUnderstanding(live, { ...heard(...candidates), declined }, SLOTS);
          live = merged.memory;
          // What the log stores is JSON.
          const stored: typeof merged.changes = JSON.parse(JSON.stringify(merged.changes));
          replayed = stored.reduce((memory, change) => applySlotChange(memory, change.slot), replayed);
        }
        expect(replayed.slots).toEqual(live.slots);
        expect(replayed.version).toBe(live.version);
        for (const slot of Object.values(live.slots)) {
          expect(slot.current === null).toBe(['empty', 'declined', 'withdrawn'].includes(slot.state));
          expect(slot.rivals.length > 0).toBe(slot.state === 'conflicted');
        }
      }),
      { seed: 20261120, numRuns: 300 },
    );
  });
});

const VALUES: Readonly<Record<'name' | 'email' | 'team_size' | 'phone', readonly SlotValue[]>> = {
  name: ['Dana', 'Dana Whitfield', 'Kev', 'Whitfield'],
  email: ['a@b.example', 'c@d.example', 'e@f.example', 'a@b.example'],
  team_size: [people(8), { min: 5, max: 10 }, { min: 20, max: null }, people(25)],
  phone: ['+441632960188', '01632960188', '+15035550142', '5035550142'],
};
