import { expect, it } from 'vitest';
import { checkAnswer } from './check-answer.js';

it.each([
  [
    'email',
    ['kim@lake.example', 'a+b@c.museum'],
    ['', 'kim', 'kim@lake', 'kim@lake.', 'a b@c.de', '@c.de'],
    'badEmail',
  ],
  ['phone', ['+49 30 1234-56', '(020) 7946 0958', '٠١٢٣٤٥٦'], ['', '12345', 'call me'], 'badPhone'],
  ['date', ['2026-12-24'], ['', 'soon', '24.12.2026'], 'badDate'],
  ['number', ['14', '2.5', '2,5'], ['', 'many', '-', '1e9x'], 'badNumber'],
] as const)('%s', (kind, good, bad, problem) => {
  for (const answer of good) expect(checkAnswer(kind, answer), answer).toBeNull();
  for (const answer of bad) expect(checkAnswer(kind, answer), answer).toBe(problem);
});
