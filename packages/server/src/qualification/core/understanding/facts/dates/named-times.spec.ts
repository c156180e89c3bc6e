import { expect, it } from 'vitest';
import { dayOf } from './calendar.js';
import { findPeriods } from './find-periods.js';
import { FESTIVE_DAYS, TIMES_OF_YEAR, TIMES_SEEN_FROM_TODAY } from './named-times.js';

const TODAY = dayOf(2026, 11, 20);
const NAMES = [TIMES_SEEN_FROM_TODAY, FESTIVE_DAYS, TIMES_OF_YEAR].flat().flatMap(({ names }) => names);

it.each(NAMES)('finds "%s" whole, and nothing else in it', (name) => {
  const text = `so ${name}, then`;
  const found = findPeriods(text, 'en', TODAY);
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([name]);
});
