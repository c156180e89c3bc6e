import { expect, test } from 'vitest';
import { parseRetryAfter } from './parse-retry-after.js';

const NOW = new Date('2026-03-01T10:00:00Z');

test.each([
  ['3', 3_000],
  ['0.5', 500],
  ['Sun, 01 Mar 2026 10:00:30 GMT', 30_000],
  ['Sun, 01 Mar 2026 09:00:00 GMT', 0],
  ['999999999', 3_600_000],
  ['soon', null],
  ['', null],
  [null, null],
])('%s', (header, ms) => {
  expect(parseRetryAfter(header, NOW)).toBe(ms);
});
