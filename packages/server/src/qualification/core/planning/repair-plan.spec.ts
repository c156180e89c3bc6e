import { STEPS } from '@baton/shared-types';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dictate } from '../../../../test/dictated-reading.js';
import { compiled, DEFAULT_PLAYBOOK } from '../../../../test/play-visitor.js';
import { readHistory } from '../history.js';
import { emptyMemory } from '../memory/qualification-memory.js';
import { repairPlan } from './repair-plan.js';
import { endingStep } from './scripted-ladder.js';
import type { Situation } from './situation.js';

const PLAYBOOK = compiled(DEFAULT_PLAYBOOK);
const READ = dictate({})({
  messages: [],
  asked: null,
  lastAssistantText: null,
  now: '2026-11-20T09:00:00.000Z',
  timeZone: 'UTC',
  language: 'en',
  known: {},
});

function situation(change: Partial<Situation> = {}): Situation {
  return {
    compiled: PLAYBOOK,
    history: readHistory([]),
    memory: emptyMemory(PLAYBOOK.playbook.slots),
    understanding: READ,
    said: '',
    changes: [],
    gate: { outcome: 'pass', rule: 'none', because: '' },
    verdict: null,
    qualification: 0.4,
    handoff: null,
    passages: [],
    mayAsk: () => true,
    language: 'en',
    planner: 'on',
    ...change,
  };
}

it('drops what is not in the vocabulary and what is not allowed here', () => {
  const { plan, dropped } = repairPlan(
    ['compose', 'send_email', 'handoff', 'offer_meeting', 'answer', 'compose', 42, null],
    situation(),
  );
  expect(plan).toEqual(['compose', 'qualify', 'ask']);
  expect(dropped).toEqual([
    'send_email',
    'handoff',
    'offer_meeting',
    'answer',
    'compose',
    '(number)',
    '(object)',
  ]);
});

it('puts back an answer that is owed and the ending that the rules demand', () => {
  const asked = situation({ understanding: { ...READ, asksQuestion: true }, handoff: 'complaint' });
  expect(repairPlan([], asked).plan).toEqual(['answer', 'qualify', 'handoff']);
});

it('leaves nothing of a proposal when the gate has stopped the turn', () => {
  const stopped = situation({ gate: { outcome: 'stop', rule: 'human_owns', because: '' } });
  expect(repairPlan(['answer', 'handoff'], stopped)).toEqual({
    plan: ['skip'],
    dropped: ['answer', 'handoff'],
  });
});

it('makes an executable plan of any proposal', () => {
  const anything = fc.array(fc.oneof(fc.constantFrom(...STEPS), fc.string(), fc.anything()), {
    maxLength: 20,
  });
  fc.assert(
    fc.property(
      anything,
      fc.boolean(),
      fc.constantFrom(null, 'qualified' as const),
      (proposed, asks, handoff) => {
        const given = situation({ understanding: { ...READ, asksQuestion: asks }, handoff });
        const { plan } = repairPlan(proposed, given);
        expect(plan.every((step) => STEPS.includes(step))).toBe(true);
        expect(new Set(plan).size).toBe(plan.length);
        expect(plan.at(-1)).toBe(endingStep(given));
        expect(plan.slice(0, -1)).not.toContain('handoff');
      },
    ),
    { seed: 3, numRuns: 200 },
  );
});
