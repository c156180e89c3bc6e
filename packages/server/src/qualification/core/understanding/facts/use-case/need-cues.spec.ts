import fc from 'fast-check';
import { expect, it } from 'vitest';
import { textsOf } from '../../../../../../test/texts-of.js';
import { NEED_CUES } from './need-cues.js';

it('given a cue with a sign, then its pattern matches nothing that lacks the sign', () => {
  const signed = NEED_CUES.filter(({ sign }) => sign !== undefined);
  expect(signed).not.toEqual([]);
  let matched = 0;
  fc.assert(
    fc.property(
      textsOf(['missed calls', 'are', 'is', 'killing us', 'a mess', 'our biggest', 'today']),
      (text) => {
        for (const { pattern, sign } of signed) {
          const isFound = new RegExp(pattern.source).test(text);
          if (isFound) matched += 1;
          if (isFound) expect(sign?.test(text)).toBe(true);
        }
      },
    ),
    { seed: 7, numRuns: 3_000 },
  );
  expect(matched).toBeGreaterThan(30);
});
