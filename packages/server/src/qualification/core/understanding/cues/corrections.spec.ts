import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textsOf } from '../../../../../test/texts-of.js';
import { DENIES_BEFORE, isCorrection, isDenied } from './corrections.js';

/** The value is the first number after the last `#`; the mark itself is taken out. */
function place(marked: string): { text: string; start: number; end: number } {
  const start = marked.indexOf('#');
  const text = marked.replace('#', '');
  const end = start + (/^[\d-]+/u.exec(text.slice(start))?.[0].length ?? 0);
  return { text, start, end };
}

describe('corrections', () => {
  it.each([
    'wait no its #14 not 40',
    '#14, not 40',
    'sorry, #52, I forgot the new branch',
    'lol no. #1500',
    'Moment, 25 stimmt nicht. Richtig sind #15.',
    'nicht 20, sondern #12',
    'perdón, somos #9',
    'non pardon, #16',
    'desculpa, são #8',
    'anzi, #21',
    'nee wacht, foutje: #33',
  ])('given %j, when the marked value is read, then it replaces an earlier one', (marked) => {
    const { text, start, end } = place(marked);
    expect(isCorrection(text, start, end)).toBe(true);
  });

  it.each([
    'wait no its 14 not #40',
    '#25 stimmt nicht',
    'scratch the #18',
    'nicht #40 sondern 12',
    'pas #12',
  ])('given %j, when the marked value is read, then it is denied', (marked) => {
    const { text, start, end } = place(marked);
    expect(isDenied(text, start, end)).toBe(true);
    expect(isCorrection(text, start, end)).toBe(false);
  });

  it.each(['we are #14 people', 'about #30, maybe more', 'Wir sind #15 Leute'])(
    'given %j, when the marked value is read, then it is a plain value',
    (marked) => {
      const { text, start, end } = place(marked);
      expect(isCorrection(text, start, end)).toBe(false);
      expect(isDenied(text, start, end)).toBe(false);
    },
  );
});

describe('what is denied before a value', () => {
  it('is found from the end where a plain pattern finds it from the front', () => {
    const words = DENIES_BEFORE.source.slice('$(?<='.length, -1);
    const plain = new RegExp(`${words}$`, 'iu');
    const said = [
      'not',
      'NOT',
      'scratch the',
      'forget',
      'pas',
      'não',
      'the',
      'my',
      'old',
      'address',
      'e-mail',
    ];
    fc.assert(
      fc.property(textsOf(said), (text) => {
        expect(DENIES_BEFORE.test(text)).toBe(plain.test(text));
      }),
      { seed: 7, numRuns: 2_000 },
    );
  });
});
