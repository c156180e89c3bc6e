import { expect, it } from 'vitest';
import { sayWhen } from './say-when.js';

it.each([
  [
    '2026-01-05T10:00:00Z',
    'Europe/Berlin',
    'Monday 5 January at 11:00 CET',
    'Montag, 5. Januar um 11:00 MEZ',
  ],
  ['2026-07-12T22:05:00Z', 'Europe/Berlin', 'Monday 13 July at 00:05 CEST', 'Montag, 13. Juli um 00:05 MESZ'],
  ['2026-03-01T00:30:00Z', 'UTC', 'Sunday 1 March at 00:30 UTC', 'Sonntag, 1. März um 00:30 UTC'],
])('%s in %s is “%s”, or „%s“', (at, timeZone, english, german) => {
  expect(sayWhen(new Date(at), 'en', timeZone)).toBe(english);
  expect(sayWhen(new Date(at), 'de-AT', timeZone)).toBe(german);
});
