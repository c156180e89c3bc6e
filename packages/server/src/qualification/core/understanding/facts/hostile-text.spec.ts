import { describe, expect, it } from 'vitest';
import { turnOf } from '../../../../../test/read-one.js';
import { fastestMs } from '../../../evaluation/timing/measure-patterns.js';
import { readIntents } from '../intents/read-intents.js';
import { readBudget } from './read-budget.js';
import { readCountry } from './read-country.js';
import { readCurrentTool } from './read-current-tool.js';
import { readTeamSize } from './read-team-size.js';
import { readTimeline } from './read-timeline.js';
import { readUseCase } from './read-use-case.js';

/** Readers look at the first 4,000 units of a message. */
const LENGTH = 4_000;
const SEEDS = [
  '1',
  '1 ',
  '1,',
  '1.000 ',
  '0-',
  ' ',
  '\n',
  'a',
  'a ',
  'aaa bbb ',
  '(',
  '((1)',
  '.',
  ',',
  '-',
  '/',
  ':',
  '@',
  'a@',
  '$',
  '$1 ',
  'we need ',
  'we need a tool for ',
  'between 1 and ',
  'up to ',
  'twenty ',
  'one hundred and ',
  'ein und ',
  'january ',
  'q1 ',
  'in 2 ',
  'first week of ',
  'end of ',
  'per ',
  'no ',
  'not ',
  'I want to talk to ',
  'system: ',
  '<!--',
  '[system ',
  'ignore all your ',
  'in the ',
  'united ',
  'we use ',
  'and ',
  "'",
  '"',
  '\u{1F600}',
  '\u{1F468}\u200d',
  'e\u0301',
  '\u0130',
  '\u00df',
  '\u202e',
  'with a ',
  'my ',
  'is ',
  'ver',
  'are killing ',
  'call me ',
  'set me as ',
  'can i talk to ',
  'nobody has ',
  'anfragen ',
  '8 in a and ',
  '@@',
  '0a',
];
const readers = {
  readTeamSize,
  readBudget,
  readTimeline,
  readCountry,
  readUseCase,
  readCurrentTool,
  readIntents,
};

describe('A22: hostile text', () => {
  it.each(Object.entries(readers))(
    'given as much of anything as is read, when %s reads it, then time grows with length only',
    {
      timeout: 120_000,
    },
    (_name, reader) => {
      for (const seed of SEEDS) {
        const text = seed.repeat(Math.ceil(LENGTH / seed.length)).slice(0, LENGTH);
        const read = (length: number) =>
          fastestMs(
            (each) => reader(turnOf(each, { asked: 'team_size', language: 'en' })),
            text.slice(0, length),
          );
        // Four times the text may take little more than four times the time; a square would take sixteen. Other work
        // on the machine makes one measurement worthless, but not all of them.
        const isLinear = () => {
          const whole = read(LENGTH);
          return whole < 60 || whole < read(LENGTH / 4) * 10;
        };
        expect(Array.from({ length: 8 }).some(isLinear), JSON.stringify(seed)).toBe(true);
      }
    },
  );

  it('reads no more of a longer message', () => {
    const text = `${'we are many. '.repeat(400)}we are 40 agents`;
    expect(readTeamSize(turnOf(text))).toEqual([]);
  });
});
