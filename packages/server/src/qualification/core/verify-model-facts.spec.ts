import type { MessageId } from '@baton/shared-types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { NO_FACT } from '../../../test/no-fact.js';
import { numbered } from '../../../test/play-visitor.js';
import { adversarialScript } from '../../llm/adversarial-script.js';
import { extractionSchema } from '../model/extraction.schema.js';
import { isTrueEvidence } from './understanding/spans.js';
import { type ModelFact, verifyModelFacts } from './verify-model-facts.js';
import { englishWords } from './words/english-words.js';

const MESSAGES = [
  'We are 20 people, or 25',
  'I am dana winter from Brightwell Dental, about 2.5k EUR a month, dana@brightwell.com, +49 30 901820',
].map((text, index) => ({ id: numbered('msg', index + 1) as MessageId, text }));

const verify = (fact: Partial<ModelFact>) =>
  verifyModelFacts([{ ...NO_FACT, ...fact }], MESSAGES, englishWords.model);
const claimed = (fact: Partial<ModelFact>) => verify(fact)[0]?.value;

describe('a claim of the model is kept', () => {
  it('in the visitor’s own spelling', () => {
    expect(claimed({ kind: 'name', quote: 'dana winter', text: 'Dana Winter' })).toBe('dana winter');
  });
  it('when its numbers stand in the quote', () => {
    expect(claimed({ kind: 'team_size', quote: '20 people, or 25', min: 20, max: 25 })).toEqual({
      min: 20,
      max: 25,
    });
    expect(
      claimed({ kind: 'budget', quote: '2.5k EUR', min: 2500, max: 2500, currency: 'EUR', period: 'month' }),
    ).toEqual({ min: 2500, max: 2500, currency: 'EUR', period: 'month' });
  });
  it('when address or number stand in the quote', () => {
    expect(claimed({ kind: 'email', quote: 'dana@brightwell.com', text: 'Dana@Brightwell.com' })).toBe(
      'dana@brightwell.com',
    );
    expect(claimed({ kind: 'phone', quote: '+49 30 901820', text: '+4930901820' })).toBe('+4930901820');
  });
  it('as a mere proposal when the words do not contain it literally', () => {
    const [timeline] = verify({ kind: 'timeline', quote: 'a month', from: '2026-12-01', to: '2026-12-31' });
    expect(timeline?.confidence).toBeLessThan(0.6);
  });
});

describe('a claim of the model is dropped', () => {
  it.each<[string, Partial<ModelFact>]>([
    ['without a quote', { kind: 'name', text: 'Dana' }],
    ['whose quote nobody wrote', { kind: 'company', quote: 'Invented Ltd', text: 'Invented Ltd' }],
    ['whose quote has other capitals', { kind: 'name', quote: 'Dana Winter', text: 'Dana Winter' }],
    ['whose text is not in the quote', { kind: 'name', quote: 'dana winter', text: 'Carl' }],
    ['with a number that was not said', { kind: 'team_size', quote: '20 people', min: 200, max: 200 }],
    ['with part of a number', { kind: 'team_size', quote: '20 people', min: 2, max: 2 }],
    ['with ends the wrong way round', { kind: 'team_size', quote: '20 people, or 25', min: 25, max: 20 }],
    [
      'with an invented currency',
      { kind: 'budget', quote: '2.5k EUR', min: 2500, max: 2500, currency: 'euros' },
    ],
    ['with another address', { kind: 'email', quote: 'dana@brightwell.com', text: 'ceo@brightwell.com' }],
    ['with another phone number', { kind: 'phone', quote: '+49 30 901820', text: '+49309018201' }],
    ['with a day that does not exist', { kind: 'timeline', quote: 'a month', from: '2026-02-31', to: null }],
    [
      'with dates the wrong way round',
      { kind: 'timeline', quote: 'a month', from: '2027-02-01', to: '2027-01-01' },
    ],
    ['with a country that is no code', { kind: 'country', quote: 'Dental', text: 'Germany' }],
  ])('%s', (_, fact) => expect(verify(fact)).toEqual([]));

  it('whatever the model makes up: every value that is left has a true span', () => {
    const schema = z.toJSONSchema(extractionSchema, { io: 'input', unrepresentable: 'any' });
    fc.assert(
      fc.property(fc.nat(5_000), (seed) => {
        const steps = [...adversarialScript(seed)({ turns: [], schema })];
        const text = steps.map((step) => (step.do === 'say' ? step.text : '')).join('');
        const parsed = extractionSchema.safeParse(safeJson(text));
        if (!parsed.success) return;
        for (const candidate of verifyModelFacts(parsed.data.facts, MESSAGES, englishWords.model)) {
          expect(candidate.evidence.every((each) => isTrueEvidence(MESSAGES, each))).toBe(true);
        }
      }),
      { seed: 5, numRuns: 400 },
    );
  });
});

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
