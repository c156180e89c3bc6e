import { oncePerText } from './once-per-text.js';
import { isBeyondAscii, keyOf } from './pattern-starts.js';

/** Where words begin in a text, and with which three characters (`keyOf`). */
export interface WordStarts {
  readonly places: Uint16Array;
  readonly keys: Uint16Array;
  readonly count: number;
}

/** The key of what no key tells: any pattern may begin there. Greater than any other. */
export const UNKNOWN = 65_535;

/** Longer texts have places that no two bytes can hold. In UTF-16 units. */
const LONGEST = 65_535;

/** The places in a text before which no letter from a to z stands; null for texts that are too long to be listed. */
export const wordStarts = oncePerText((text): WordStarts | null => {
  if (text.length > LONGEST) return null;
  const places = new Uint16Array(text.length);
  const keys = new Uint16Array(text.length);
  let count = 0;
  let before = 0;
  let first = text.charCodeAt(0);
  let second = text.charCodeAt(1);
  for (let index = 0; index < text.length; index += 1) {
    const third = text.charCodeAt(index + 2);
    if (before < 97 || before > 122) {
      places[count] = index;
      keys[count] =
        isBeyondAscii(first) || isBeyondAscii(second) || isBeyondAscii(third)
          ? UNKNOWN
          : keyOf(first, second, third);
      count += 1;
    }
    before = first;
    first = second;
    second = third;
  }
  return { places, keys, count };
});
