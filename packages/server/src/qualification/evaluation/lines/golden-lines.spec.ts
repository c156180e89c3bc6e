import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type LabelledLine, readGoldenLines } from './labelled-line.js';
import { scoreLines } from './score-lines.js';

const FILES = readGoldenLines(fileURLToPath(new URL('../../../../golden-lines', import.meta.url)));
/** Somewhat less than what was seen: labels of single lines are arguable now and then. */
const LEAST_RIGHT = 0.82;
const MOST_DECOYS = 0.03;

describe.each(FILES)('the golden lines: $name', ({ lines }) => {
  it('name each line once', () => {
    expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
  });

  it('are read no worse than they were', () => {
    const { facts, right, decoysTaken } = scoreLines(lines);
    expect(facts).toBeGreaterThan(100);
    expect(right / facts).toBeGreaterThanOrEqual(LEAST_RIGHT);
    expect(decoysTaken / lines.length).toBeLessThanOrEqual(MOST_DECOYS);
  });
});

it('a line that is read wrongly counts as wrong, and a decoy as taken', () => {
  const line: Omit<LabelledLine, 'expect' | 'not'> = {
    id: 'X-1',
    language: 'en',
    asked: 'team_size',
    text: '14 of us',
    intents: [],
  };
  const wrong = scoreLines([{ ...line, expect: { team_size: { min: 40, max: 40 } }, not: [] }]);
  expect(wrong).toMatchObject({ facts: 1, right: 0 });
  expect(scoreLines([{ ...line, expect: {}, not: ['team_size'] }])).toMatchObject({ decoysTaken: 1 });
});
