import { expect, test } from 'vitest';
import { askedPart } from './asked-part.js';

test.each([
  ['We run four clinics. Do you integrate with outlook.com? Thanks!', 'Do you integrate with outlook.com?'],
  ['What does it cost? And is there a trial?', 'What does it cost?  And is there a trial?'],
  ['Wir sind 30 Leute\nGibt es eine App?', 'Gibt es eine App?'],
  ['tell me about prices', 'tell me about prices'],
  ['ok?!', 'ok?!'],
  ['', ''],
])('%s', (message, asked) => {
  expect(askedPart(message)).toBe(asked);
});

test('a very long message of dots costs no time', () => {
  const startedAt = performance.now();
  askedPart('a.'.repeat(50_000));
  askedPart('.'.repeat(100_000));
  expect(performance.now() - startedAt).toBeLessThan(200);
});
