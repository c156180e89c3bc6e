/** What a classifier sees of a text: buckets of hashed words, pairs of words and runs of letters, each once. */
export interface TextFeatures {
  readonly buckets: Uint32Array;
}

/** Longer texts say what they are about in their first part. In UTF-16 units. */
const READ_UP_TO = 1_000;

/**
 * Words, neighbouring words, words with one between them, and runs of 3 to 5 letters across word borders, so that
 * misspellings and word forms still share most of their buckets. Deterministic; `bits` is the power of two of the
 * number of buckets. Linear in the length of the text.
 */
export function hashText(text: string, bits: number): TextFeatures {
  const mask = 2 ** bits - 1;
  const clean = text
    .slice(0, READ_UP_TO)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .replace(/\p{N}/gu, '0')
    .trim();
  const buckets = new Set<number>();
  const words = clean === '' ? [] : clean.split(' ');
  words.forEach((word, index) => {
    buckets.add(hash(`w${word}`) & mask);
    const next = words[index + 1];
    const second = words[index + 2];
    if (next !== undefined) buckets.add(hash(`b${word} ${next}`) & mask);
    if (second !== undefined) buckets.add(hash(`s${word} ${second}`) & mask);
  });
  const padded = ` ${clean} `;
  for (const length of [3, 4, 5]) {
    for (let from = 0; from + length <= padded.length; from += 1) {
      buckets.add(hash(`c${padded.slice(from, from + length)}`) & mask);
    }
  }
  return { buckets: Uint32Array.from(buckets) };
}

/** FNV-1a over UTF-16 units with a final mix, so that low bits depend on all of the text. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 12)) >>> 0;
}
