import { expect, test } from 'vitest';
import { leadingCount } from './leading-count.js';

test.each([
  ['26 box office clerks', 26],
  ['about 40 planners and a boss', 40],
  ['we have 7 stage hands', 7],
  ['rund 12 disponenten', 12],
  ['we sell tickets. 26 box office clerks.', 26],
])('%s', (text, people) => {
  expect(leadingCount(text)?.people).toBe(people);
});

test.each(['3 clinics', '12 hours a day', '20 percent', '5 to 9', 'our 26 clerks', '40', '0 people', '2 k'])(
  'counts no people: %s',
  (text) => {
    expect(leadingCount(text)).toBeNull();
  },
);
