import type { SlotKind } from '@baton/shared-types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { turnOf } from '../../../../test/read-one.js';
import { englishWords } from '../words/english-words.js';
import { latinText } from './latin-text.js';
import { isTrueEvidence } from './spans.js';
import { understandTurn } from './understand.js';

const SIGNS = [
  'a',
  'Z',
  '7',
  ' ',
  '.',
  'é',
  '©',
  '’',
  '„',
  '–',
  '…',
  '€',
  'ı',
  'Ł',
  'ş',
  '👋',
  '👩‍🔧',
  '🇨🇭',
  '•',
  '→',
  '\u202f',
];

it('a stand-in is as long as the text and has one byte a character', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...SIGNS), { maxLength: 60 }), (signs) => {
      const text = signs.join('');
      const plain = latinText(text);
      expect(plain).toHaveLength(text.length);
      expect(plain).toMatch(/^[\0-\xff]*$/);
    }),
    { seed: 7, numRuns: 2_000 },
  );
});

it('text in Latin-1 is its own stand-in, and other scripts have none', () => {
  expect(latinText('Grüße, ça va? ¿Qué?')).toBe('Grüße, ça va? ¿Qué?');
  expect(latinText('Привет')).toBeNull();
  expect(latinText('₹500')).toBeNull();
});

describe('what is read in a stand-in is given back in the visitor’s own words', () => {
  it.each<[SlotKind, string, SlotKind | null, unknown, string]>([
    ['name', 'yasemin kılıç', 'name', 'Yasemin Kılıç', 'yasemin kılıç'],
    ['name', 'it’s Dana here 👋', 'name', 'Dana', 'Dana'],
    ['company', 'We’re O’Brien’s Bakery Ltd…', 'company', 'O’Brien’s Bakery Ltd', 'O’Brien’s Bakery Ltd'],
    [
      'budget',
      'up to 900 € a month',
      'budget',
      { min: null, max: 900, currency: 'EUR', period: 'month' },
      'up to 900 € a month',
    ],
    ['use_case', 'we need Łódź’s calls answered', null, 'Łódź’s calls answered', 'Łódź’s calls answered'],
    ['current_tool', 'Excel 😬 and Outlook', 'current_tool', 'Excel, Outlook', 'Excel'],
    ['team_size', '10–15 of us', 'team_size', { min: 10, max: 15 }, '10–15 of us'],
    ['timeline', 'by 1 March…', 'timeline', { from: null, to: '2027-03-01' }, 'by 1 March'],
  ])('%s: "%s"', (kind, text, asked, value, quote) => {
    const context = turnOf(text, { asked });
    const read = understandTurn(context, englishWords.readings).candidates.find((it) => it.kind === kind);
    expect(read?.value).toEqual(value);
    expect(read?.evidence[0]?.quote).toBe(quote);
    expect(read?.evidence.every((it) => isTrueEvidence(context.messages, it))).toBe(true);
  });

  it('a refusal is quoted as it was written', () => {
    const [declined] = understandTurn(
      turnOf('I’d rather not say', { asked: 'email' }),
      englishWords.readings,
    ).declined;
    expect(declined?.evidence[0]?.quote).toBe('I’d rather not say');
  });

  it('a name that is held is known again', () => {
    const context = turnOf('Yasemin Kılıç-Brandt', { known: { name: 'Yasemin' }, asked: 'name' });
    const [name] = understandTurn(context, englishWords.readings).candidates;
    expect(name?.value).toBe('Yasemin Kılıç-Brandt');
  });
});
