import { expect, test } from 'vitest';
import { searchableWords } from './searchable-words.js';

test.each([
  ['Hi! Could you help me, please?', []],
  ['How much does it cost for a team of 40?', ['cost', 'for', 'a', 'team', 'of']],
  ["What's your SLA on ISO-27001 and outlook.com?", ['sla', 'on', 'iso-27001', 'and', 'outlook.com']],
  ['für den Dienstplan', ['den', 'dienstplan']],
  ['  ', []],
])('%s', (question, words) => {
  expect(searchableWords(question, 'english')).toEqual(words);
});

test('umlauts meet however they were typed', () => {
  expect(searchableWords('Verträge Öffnungszeiten Größe', 'german')).toEqual(
    searchableWords('Vertraege Oeffnungszeiten GROESSE', 'german'),
  );
});

test('only the beginning of a very long text is looked at', () => {
  expect(searchableWords('word'.repeat(100_000), 'simple').join('').length).toBeLessThanOrEqual(1_000);
});
