import { expect, test } from 'vitest';
import { backOff } from './back-off.js';

test('anything from nothing to half a second doubled with every attempt, never more than 30 s', () => {
  const longest = [0, 1, 2, 3, 4, 5, 6, 7, 50].map(
    (attempt) => backOff(attempt, () => 1 - Number.EPSILON) + 1,
  );
  expect(longest).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
  expect(backOff(9, () => 0)).toBe(0);
});
