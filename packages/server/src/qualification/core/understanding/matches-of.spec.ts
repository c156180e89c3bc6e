import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstMatches, matchesOf } from './matches-of.js';

const PATTERNS = [
  /a+/g,
  /a*/g,
  /a*/gu,
  /(?<=b)|c/gu,
  /(?<![a-z])(?:ab|a)(?![a-z])/g,
  /\p{L}+/gu,
  /$/g,
  /x{0,2}/giu,
];
const texts = fc
  .array(fc.constantFrom('a', 'b', 'c', ' ', 'X', '\u{1F600}', '\ud83d', 'é', '\n'), { maxLength: 20 })
  .map((units) => units.join(''));

it('finds what matchAll finds, empty matches and halves of pictures included', () => {
  fc.assert(
    fc.property(fc.constantFrom(...PATTERNS), texts, (pattern, text) => {
      expect([...matchesOf(text, pattern)]).toEqual([...text.matchAll(pattern)]);
      expect(firstMatches(text, pattern, 3)).toEqual([...text.matchAll(pattern)].slice(0, 3));
    }),
    { seed: 7, numRuns: 3_000 },
  );
});

it('given the same pattern within its own loop, then both go on where they were', () => {
  const pattern = /\d/g;
  const pairs = [...matchesOf('12', pattern)].map(([outer]) => [outer, [...matchesOf('34', pattern)].length]);
  expect(pairs).toEqual([
    ['1', 2],
    ['2', 2],
  ]);
});

it('refuses a pattern that would find its first match for ever', () => {
  expect(() => [...matchesOf('a', /a/)]).toThrow('finds more than one match');
});
