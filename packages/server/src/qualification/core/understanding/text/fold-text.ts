const folded = new Map<string, string>([
  ['\u2019', "'"],
  ['\u2018', "'"],
  ['\u00b4', "'"],
  ['\u201c', '"'],
  ['\u201d', '"'],
  ['\u2013', '-'],
  ['\u2014', '-'],
  ['\u2011', '-'],
  ['\u00a0', ' '],
  ['\u202f', ' '],
  ['\u2009', ' '],
  ['\u00df', 's'],
  ['\u0131', 'i'],
  ['\u0142', 'l'],
  ['\u00f8', 'o'],
]);

/**
 * Lower case without accents, curly quotes or odd spaces, and of exactly the same length as the text: an index
 * into the result is an index into the original, so a match is evidence without further arithmetic.
 */
export function foldText(text: string): string {
  return text.replace(BEYOND_ASCII, foldUnit).toLowerCase();
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is the whole of ASCII.
const BEYOND_ASCII = /[^\x00-\x7f]/g;

/** A code unit beyond ASCII as one that lower case leaves as it is. */
function foldUnit(unit: string): string {
  const known = folded.get(unit);
  if (known !== undefined) return known;
  const lower = unit.toLowerCase();
  const base = folded.get(lower) ?? lower.normalize('NFD').charAt(0);
  const result = base.length === 1 ? base : unit;
  folded.set(unit, result);
  return result;
}
