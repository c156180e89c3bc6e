import type { Evidence, SlotValue } from '@baton/shared-types';

/**
 * A text with signs beyond Latin-1 takes two bytes a character in memory, and everything that runs over it up to twice
 * as long. So such a text is read in a stand-in of the same length, in which each sign stands for one that our patterns
 * take alike; what is found is put back into the visitor's own words by its place.
 */

const BEYOND_LATIN1 = /[^\0-\xff]/;
const SIGNS: ReadonlyMap<string, string> = new Map([
  ...[...'\u2018\u2019\u201a\u201b\u2032'].map((sign) => [sign, "'"] as const),
  ...[...'\u201c\u201d\u201e\u201f\u2033'].map((sign) => [sign, '"'] as const),
  ...[...'\u2010\u2011\u2212'].map((sign) => [sign, '-'] as const),
  ...[...'\u2002\u2003\u2007\u2008\u2009\u200a\u202f\u3000'].map((sign) => [sign, '\xa0'] as const),
  ...[...'\u200b\u200c\u200e\u200f\u2060\ufeff'].map((sign) => [sign, '\xad'] as const),
  ...[...'\u2022\u2023\u25aa\u25cf\u25e6'].map((sign) => [sign, '\xb7'] as const),
  ...[...'\u2190\u2191\u2192\u2193\u21d2'].map((sign) => [sign, '\xac'] as const),
  // The general sign for currency: our patterns take it for this one.
  ['\u20ac', '\xa4'],
  ['\u0131', 'i'],
  ['\u0142', 'l'],
  ['\u0141', 'L'],
  ['\u0111', 'd'],
  ['\u0110', 'D'],
  ['\u0153', 'o'],
  ['\u0152', 'O'],
]);
/** A picture with what may hang on to it; © is one as well, in a single byte. */
const PICTURES = /\p{Extended_Pictographic}(?:[\ufe0e\ufe0f\u20e3\u{1f3fb}-\u{1f3ff}]|\u200d)*/gu;
/** Flags are pairs of letters of their own. */
const FLAGS = /[\u{1f1e6}-\u{1f1ff}]{2}/gu;
const DASHES = /[\u2013\u2014\u2015]/g;
const DOTS = /\u2026/g;
const OTHERS = /[^\0-\xff]/g;

/** The text in Latin-1, as long as it was; null where it has signs without a stand-in. */
export function latinText(text: string): string | null {
  if (!BEYOND_LATIN1.test(text)) return text;
  const plain = text
    .replace(DASHES, (_, at: number) => dashAt(text, at))
    // Three dots end a sentence at the end of a line and part two of them elsewhere.
    .replace(DOTS, (_, at: number) => (/^\s*(?:$|\n)/.test(text.slice(at + 1, at + 4)) ? '.' : ';'))
    .replace(PICTURES, (picture) => (BEYOND_LATIN1.test(picture) ? '\xa9'.repeat(picture.length) : picture))
    .replace(FLAGS, (flag) => '\xa9'.repeat(flag.length))
    .replace(OTHERS, standIn);
  return BEYOND_LATIN1.test(plain) ? null : inOneByte(plain);
}

/** The same text made anew: a part or a copy of a text in two bytes a character stays in two. */
function inOneByte(text: string): string {
  return Buffer.from(text, 'latin1').toString('latin1');
}

/** Between words without blanks a dash parts them, as a semicolon does. */
function dashAt(text: string, at: number): string {
  const [before, after] = [text.charAt(at - 1), text.charAt(at + 1)];
  const parts = /\p{L}/u.test(before) && /\p{L}/u.test(after);
  return parts ? ';' : '-';
}

function standIn(sign: string): string {
  const known = SIGNS.get(sign);
  if (known !== undefined) return known;
  const base = sign.normalize('NFD').charAt(0);
  return /[A-Za-z]/.test(base) ? base : sign;
}

/**
 * Words found in a stand-in, as they stand in the original at the same place. The dot of a legal form ("Ltd.") may stand
 * for three dots, which are nobody's.
 */
export function originalQuote({ messageId, start, end }: Evidence, original: string): Evidence {
  const last = original.charAt(end - 1) === '\u2026' && end - start > 1 ? end - 1 : end;
  return { messageId, start, end: last, quote: original.slice(start, last) };
}

/**
 * A value in the visitor's own words: where it stands in the quote it was taken from, it takes over the original's
 * letters; a value of another form (an amount, an address that was spelled out) stays as it is.
 */
export function originalValue<V extends SlotValue>(
  value: V,
  quotes: readonly { readonly plain: string; readonly original: string }[],
): V {
  if (typeof value !== 'string') return value;
  const parts = quotes.length > 1 ? value.split(', ') : [value];
  return parts.map((part) => originalWords(part, quotes).replace(/\u2026$/, '')).join(', ') as V;
}

function originalWords(
  words: string,
  quotes: readonly { readonly plain: string; readonly original: string }[],
): string {
  for (const { plain, original } of quotes) {
    const at = plain.toLowerCase().indexOf(words.toLowerCase());
    if (at < 0) continue;
    return Array.from({ length: words.length }, (_, index) =>
      inCaseOf(words.charAt(index), plain.charAt(at + index), original.charAt(at + index)),
    ).join('');
  }
  return words;
}

/** The original's letter, with the change of case that the value has made to its stand-in. */
function inCaseOf(wanted: string, plain: string, original: string): string {
  if (wanted === plain) return original;
  return wanted === wanted.toUpperCase() ? original.toUpperCase() : original.toLowerCase();
}
