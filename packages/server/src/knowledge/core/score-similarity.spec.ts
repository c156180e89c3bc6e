import { expect, test } from 'vitest';
import { RECOMMENDED_MINIMUM, scoreSimilarity } from './score-similarity.js';

test.each([
  [-1, 0],
  [0, 0],
  [0.3, RECOMMENDED_MINIMUM / 2],
  [0.6, RECOMMENDED_MINIMUM],
  [0.8, (1 + RECOMMENDED_MINIMUM) / 2],
  [1, 1],
  [1.000_001, 1],
])('a cosine of %s scores %s where answers begin at 0.6', (similarity, score) => {
  expect(scoreSimilarity(similarity, 0.6)).toBeCloseTo(score, 4);
});
