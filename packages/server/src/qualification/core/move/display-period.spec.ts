import { expect, it } from 'vitest';
import { displayPeriod } from './display-period.js';

it.each([
  ['2027-01-01', '2027-01-31', 'January 2027', 'Januar 2027'],
  ['2027-01-01', '2027-03-31', 'January to March 2027', 'Januar bis März 2027'],
  ['2027-01-01', '2027-12-31', '2027', '2027'],
  ['2026-12-01', '2027-02-28', 'December 2026 to February 2027', 'Dezember 2026 bis Februar 2027'],
  ['2028-02-01', '2028-02-29', 'February 2028', 'Februar 2028'],
  ['2027-03-15', '2027-03-15', '15 March 2027', '15. März 2027'],
  ['2027-03-15', '2027-03-19', '15 March 2027 to 19 March 2027', '15. März 2027 bis 19. März 2027'],
  ['2027-01-01', null, 'from January 2027', 'ab Januar 2027'],
  ['2027-01-15', null, 'from 15 January 2027', 'ab 15. Januar 2027'],
  [null, '2027-06-30', 'by the end of June 2027', 'bis Ende Juni 2027'],
  [null, '2027-06-12', 'by 12 June 2027', 'bis 12. Juni 2027'],
  [null, null, 'open', 'offen'],
])('%s to %s reads "%s" and "%s"', (from, to, english, german) => {
  expect(displayPeriod({ from, to }, 'en')).toBe(english);
  expect(displayPeriod({ from, to }, 'de-AT')).toBe(german);
});
