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
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is the whole of ASCII.
  if (/^[\x00-\x7f]*$/.test(text)) return text.toLowerCase();
  let result = '';
  for (let index = 0; index < text.length; index += 1) result += foldUnit(text.charAt(index));
  return result;
}

function foldUnit(unit: string): string {
  const code = unit.charCodeAt(0);
  if (code < 128) return code >= 65 && code <= 90 ? String.fromCharCode(code + 32) : unit;
  const known = folded.get(unit);
  if (known !== undefined) return known;
  const lower = unit.toLowerCase();
  const base = folded.get(lower) ?? lower.normalize('NFD').charAt(0);
  const result = base.length === 1 ? base : unit;
  folded.set(unit, result);
  return result;
}
