import fc from 'fast-check';
import { expect, it } from 'vitest';
import { textsOf } from '../../../../../test/texts-of.js';
import { splitWords } from './words.js';

it('finds the runs of plain letters', () => {
  fc.assert(
    fc.property(textsOf(['we', 'need', 'it', 'a', 'ünser', '12k', "don't"]), (text) => {
      const plain = [...text.matchAll(/[a-z]+/g)].map(({ 0: word, index }) => ({
        text: word,
        start: index,
        end: index + word.length,
      }));
      expect(splitWords(text)).toEqual(plain);
    }),
    { seed: 7, numRuns: 1_000 },
  );
});
