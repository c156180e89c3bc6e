import { expect, test } from 'vitest';
import { questionToSearch } from './question-to-search.js';

test.each([
  ['and for 15 people?', 'What does it cost?\nand for 15 people?'],
  ['und für 15 Leute?', 'What does it cost?\nund für 15 Leute?'],
  ['and your data centre?', 'and your data centre?'],
  ['android app?', 'android app?'],
  ['And I would like to know a lot more about how you plan shifts', null],
])('"%s" goes on from what was asked only when it says so and is short', (line, searched) => {
  expect(questionToSearch([line], ['hello', 'What does it cost?'])).toBe(searched ?? line);
});

test('nothing was asked before the first line, and a long one is cut', () => {
  expect(questionToSearch(['and?'], [])).toBe('and?');
  expect(questionToSearch(['a'.repeat(5_000)], []).length).toBe(1_000);
});
