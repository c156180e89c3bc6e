import fc from 'fast-check';
import { expect, it } from 'vitest';
import { textsOf } from '../../../../../test/texts-of.js';
import { findIntroductions, openingIntroduction } from './introductions.js';

it('finds the introduction that opens a text as it is found among all of them', () => {
  let opened = 0;
  fc.assert(
    fc.property(
      textsOf(["I'm", 'im', 'my name is', 'hi', 'hier ist', 'this is', 'name:', 'met', 'Dana']),
      (text) => {
        const [first] = findIntroductions(text).filter((it) => it.end === it.words.length);
        if (first !== undefined) opened += 1;
        expect(openingIntroduction(text)).toEqual(first ?? null);
      },
    ),
    { seed: 7, numRuns: 5_000 },
  );
  expect(opened).toBeGreaterThan(500);
});
