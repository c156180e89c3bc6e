import { expect, test } from 'vitest';
import { scoreRanks } from './score-ranks.js';

test('a right passage counts by its place, and not at all beyond the tenth', () => {
  expect(scoreRanks([1, 2, 11, null])).toEqual({
    questions: 4,
    meanReciprocalRank: (1 + 1 / 2) / 4,
    first: 1 / 4,
    firstFive: 2 / 4,
  });
});
