import { expect, test } from 'vitest';
import { mergeByRank } from './merge-by-rank.js';

test('what both rankings know comes before what only one puts first', () => {
  expect(
    mergeByRank([
      ['words', 'both'],
      ['meaning', 'both'],
    ]),
  ).toEqual(['both', 'words', 'meaning']);
});

test('one ranking stays as it is', () => {
  expect(mergeByRank([['b', 'a', 'c'], []])).toEqual(['b', 'a', 'c']);
});

test('a place far down counts for less than one near the top', () => {
  const far = Array.from({ length: 100 }, (_, at) => `filler ${at}`);
  expect(
    mergeByRank([
      ['near', ...far],
      [...far, 'low'],
    ]).at(-1),
  ).toBe('low');
});
