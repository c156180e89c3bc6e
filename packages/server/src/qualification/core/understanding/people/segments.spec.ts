import fc from 'fast-check';
import { expect, it } from 'vitest';
import { textsOf } from '../../../../../test/texts-of.js';
import { firstSegment, splitSegments } from './segments.js';

it('finds the first segment without the others', () => {
  fc.assert(
    fc.property(textsOf(['Dana', 'Dr.', 'B.V.', '\u2026', '(', '--', '/', 'u. a.']), (text) => {
      expect(firstSegment(text)).toEqual(splitSegments(text)[0]);
    }),
    { seed: 7, numRuns: 2_000 },
  );
});
