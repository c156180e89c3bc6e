import fc from 'fast-check';
import { expect, it } from 'vitest';
import { textsOf } from '../../../../../../test/texts-of.js';
import { findWhatWeUse, WHAT_WE_USE } from './tool-words.js';

it('finds what the pattern finds without looking for the words first', () => {
  let found = 0;
  fc.assert(
    fc.property(
      textsOf(['Zendesk', 'is', 'Est', 'what we use', 'our current', 'lo que usamos', 'das, was wir']),
      (text) => {
        const plain = WHAT_WE_USE.exec(text);
        if (plain !== null) found += 1;
        expect(findWhatWeUse(text)).toEqual(plain);
      },
    ),
    { seed: 7, numRuns: 5_000 },
  );
  expect(found).toBeGreaterThan(30);
});
