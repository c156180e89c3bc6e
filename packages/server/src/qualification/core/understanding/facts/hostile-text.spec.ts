import { describe, expect, it } from 'vitest';
import { turnOf } from '../../../../../test/read-one.js';
import { readIntents } from '../intents/read-intents.js';
import { readBudget } from './read-budget.js';
import { readCountry } from './read-country.js';
import { readCurrentTool } from './read-current-tool.js';
import { readTeamSize } from './read-team-size.js';
import { readTimeline } from './read-timeline.js';
import { readUseCase } from './read-use-case.js';

const LENGTH = 16_384;
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

describe('hostile text', () => {
  it.each(Object.entries(readers))('%s stays fast on 16 KB of anything', (_name, reader) => {
    for (const seed of SEEDS) {
      const text = seed.repeat(Math.ceil(LENGTH / seed.length)).slice(0, LENGTH);
      const context = turnOf(text, { asked: 'team_size', language: 'en' });
      reader(context);
      const startedAt = performance.now();
      reader(context);
      const took = performance.now() - startedAt;
      // Many patterns run over the text; a single slow one would take seconds.
      expect(took, JSON.stringify(seed)).toBeLessThan(150);
    }
  });
});
