import { describe, expect, it } from 'vitest';
import { findNameProblem } from './find-name-problem.js';

describe('A78: the name of an agent', () => {
  it.each([
    'Ana Lopez',
    'Tomás Reyes',
    'Zoë O’Neill-Śmigły',
    'Ольга Петрова',
    'Αθηνά Παπαδοπούλου',
    'نورا الحسن',
    '田中 さくら',
    'Ольга (Olga)',
    'Mara 2',
    'cafe\u0301 Ana',
  ])('%s is one', (name) => {
    expect(findNameProblem(name)).toBeNull();
  });

  it.each([
    ['the other direction', 'Ana \u202enoitartsinimdA', /cannot be seen/],
    ['an isolate', 'Ana\u2066', /cannot be seen/],
    ['a space of no width', 'A\u200bna', /cannot be seen/],
    ['a joiner', 'Ana\u200d', /cannot be seen/],
    ['NUL', 'Ana\0', /cannot be seen/],
    ['half a character', 'Ana\ud800', /cannot be seen/],
    ['a line break', 'Ana\nAssistant', /cannot be seen/],
    ['a Cyrillic A', '\u0410na Lopez', /alphabets/],
    ['a Greek o', 'Ana L\u03bfpez', /alphabets/],
    ['a letter in another width and a Cyrillic one', '\uff21n\u0430', /alphabets/],
    ['no letter', '...', /letter/],
  ])('with %s is refused', (_, name, problem) => {
    expect(findNameProblem(name)).toMatch(problem);
  });
});
