import fc from 'fast-check';
import { expect, it } from 'vitest';
import { textsOf } from '../../../../../test/texts-of.js';
import { findSpokenDigits, readDigits } from './find-digits.js';

const SAID = [
  'one',
  'Two',
  'ZÉRO',
  'null',
  'double',
  'triple',
  'hundred',
  'plus',
  '555',
  '0',
  ',',
  '(',
  ').',
  ';',
  'ones',
  'and',
];

it('finds in stretches what it finds in the whole text at once', () => {
  let found = 0;
  fc.assert(
    fc.property(textsOf(SAID), (text) => {
      const whole = readDigits(text, 0);
      found += whole.length;
      expect(findSpokenDigits(text)).toEqual(whole);
    }),
    { seed: 7, numRuns: 5_000 },
  );
  expect(found).toBeGreaterThan(30);
});

it('given a word that every object answers to, then it is no number', () => {
  expect(findSpokenDigits('constructor one two 345 6789')).toMatchObject([{ digits: '123456789' }]);
});
