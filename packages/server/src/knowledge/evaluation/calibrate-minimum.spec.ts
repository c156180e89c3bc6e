import { expect, test } from 'vitest';
import { type CalibrationCase, calibrateMinimum, countOutcomes } from './calibrate-minimum.js';

/** A question whose best passage has a score, and is right or not. */
function scored(score: number, found: 'right' | 'wrong', isAnswerable = true): CalibrationCase {
  return { isAnswerable, answerAt: (minimum) => (score >= minimum ? found : null) };
}

const CASES = [
  scored(0.9, 'right'),
  scored(0.6, 'right'),
  scored(0.45, 'right'),
  scored(0.4, 'wrong'),
  scored(0.42, 'wrong', false),
  scored(0.3, 'wrong', false),
];

test('the minimum lies where right answers begin to be outnumbered', () => {
  const minimum = calibrateMinimum(CASES);
  expect(minimum).toBeGreaterThan(0.42);
  expect(minimum).toBeLessThanOrEqual(0.45);
});

test('every question is counted once', () => {
  expect(countOutcomes(CASES, 0.41)).toEqual({
    minimumScore: 0.41,
    answeredRight: 3,
    answeredBeside: 0,
    refusedThough: 1,
    refusedRightly: 1,
    answeredThough: 1,
  });
});
