import fc from 'fast-check';

const BETWEEN = [' ', ' ', ' ', '  ', ', ', '. ', '\n', '', '-', ' - ', '; ', "'", '! ', '\u{1F600}', ' é'];

/** Random texts of these words, as people join them and as nobody does. */
export function textsOf(words: readonly string[]): fc.Arbitrary<string> {
  const piece = fc.tuple(fc.constantFrom(...words, 'x', 'Z', '7'), fc.constantFrom(...BETWEEN));
  return fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.flat().join(''));
}
