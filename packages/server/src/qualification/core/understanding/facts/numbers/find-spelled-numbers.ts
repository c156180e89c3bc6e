import { splitWords, type Word } from '../../text/words.js';
import { multiplierAfter } from './find-digits.js';
import type { NumberAtom } from './number-atom.js';
import { type Spellings, spellingsOf } from './spell-numbers.js';

const LONGEST = 5;
const AND = new Set(['and', 'und', 'et', 'y', 'e', 'en']);
const HALF = new Set(['half', 'halbes', 'demi', 'media', 'mezza', 'meia', 'halve']);
/** Number words that usually mean something else in the language. */
const AMBIGUOUS: Readonly<Record<string, readonly string[]>> = {
  en: ['zero'],
  de: ['null', 'ein', 'eine', 'einen'],
  nl: ['een', 'nul'],
  fr: ['un', 'une', 'zero'],
  es: ['un', 'una', 'uno', 'cero'],
  it: ['un', 'una', 'uno', 'zero', 'sei'],
  pt: ['um', 'uma', 'zero'],
};

/** Numbers written in words of the language ("twenty five", "vierzehn", "soixante-douze", "una treintena", "two dozen"). */
export function findSpelledNumbers(folded: string, language: string): readonly NumberAtom[] {
  const spellings = spellingsOf(language);
  const words = splitWords(folded);
  const ambiguous = AMBIGUOUS[language] ?? AMBIGUOUS['en'] ?? [];
  const atoms: NumberAtom[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const read = readAt(folded, words, index, spellings);
    if (read === null) continue;
    const first = words[index];
    const last = words[index + read.count - 1];
    if (first === undefined || last === undefined) break;
    if (read.count === 1 && (ambiguous.includes(first.text) || isPartOfWord(folded, first))) continue;
    index += read.count - 1;
    const multiplier = multiplierAfter(folded, last.end);
    atoms.push({
      start: first.start,
      end: multiplier.end,
      value: read.value * multiplier.scale,
      scale: multiplier.scale,
      multiplier: multiplier.word,
      spelled: true,
    });
  }
  return atoms;
}

interface Read {
  readonly value: number;
  readonly count: number;
}

function readAt(folded: string, words: readonly Word[], at: number, spellings: Spellings): Read | null {
  const dozen = readQuantity(folded, words, at, spellings);
  if (dozen !== null) return dozen;
  const base = readBelowHundred(folded, words, at, spellings);
  const start = base ?? (isBareMultiple(words[at]?.text, spellings) ? { value: 1, count: 0 } : null);
  if (start === null) return null;
  let { value, count } = start;
  const isHundred = value >= 100;
  if (isHundred || follows(folded, words, at + count, spellings.hundreds, count)) {
    if (!isHundred) {
      value *= 100;
      count += 1;
    }
    const rest = readRest(folded, words, at + count, spellings);
    if (rest !== null) {
      value += rest.value;
      count += rest.count;
    }
  }
  if (follows(folded, words, at + count, spellings.thousands, count)) {
    value *= 1000;
    count += 1;
    const rest = readRest(folded, words, at + count, spellings);
    if (rest !== null) {
      value += rest.value;
      count += rest.count;
    }
  }
  return { value, count };
}

/** "a dozen", "two dozen", "half a dozen", "une vingtaine". */
function readQuantity(folded: string, words: readonly Word[], at: number, spellings: Spellings): Read | null {
  const first = words[at];
  if (first === undefined) return null;
  const alone = spellings.quantities.get(first.text);
  if (alone !== undefined) return { value: alone, count: 1 };
  for (const count of [2, 3]) {
    const quantity = spellings.quantities.get(words[at + count - 1]?.text ?? '');
    if (quantity === undefined || !isAdjacent(folded, words, at, count)) continue;
    if (HALF.has(first.text) || HALF.has(words[at + 1]?.text ?? '')) return { value: quantity / 2, count };
    const times = spellings.values.get(first.text);
    if (times !== undefined && times > 1 && count === 2) return { value: times * quantity, count };
  }
  return null;
}

function readRest(folded: string, words: readonly Word[], at: number, spellings: Spellings): Read | null {
  const skip = AND.has(words[at]?.text ?? '') ? 1 : 0;
  const rest = readBelowHundred(folded, words, at + skip, spellings);
  if (rest === null || rest.value === 0 || !isAdjacent(folded, words, at - 1, rest.count + skip + 1))
    return null;
  return { value: rest.value, count: rest.count + skip };
}

function readBelowHundred(
  folded: string,
  words: readonly Word[],
  at: number,
  spellings: Spellings,
): Read | null {
  let joined = '';
  let best: Read | null = null;
  for (let count = 1; count <= LONGEST && at + count <= words.length; count += 1) {
    if (count > 1 && !isAdjacent(folded, words, at + count - 2, 2)) break;
    joined = count === 1 ? (words[at]?.text ?? '') : `${joined} ${words[at + count - 1]?.text ?? ''}`;
    const value = spellings.values.get(joined);
    if (value !== undefined) best = { value, count };
    else if (best === null && count === 1 && !startsNumber(joined, spellings)) break;
  }
  return best;
}

const starts = new WeakMap<Spellings, ReadonlySet<string>>();

function startsNumber(word: string, spellings: Spellings): boolean {
  let known = starts.get(spellings);
  if (known === undefined) {
    known = new Set([...spellings.values.keys()].map((spelling) => spelling.split(' ', 1)[0] ?? ''));
    starts.set(spellings, known);
  }
  return known.has(word);
}

function isBareMultiple(word: string | undefined, spellings: Spellings): boolean {
  return word !== undefined && (spellings.hundreds.has(word) || spellings.thousands.has(word));
}

function follows(
  folded: string,
  words: readonly Word[],
  at: number,
  set: ReadonlySet<string>,
  read: number,
): boolean {
  if (!set.has(words[at]?.text ?? '')) return false;
  return read === 0 || isAdjacent(folded, words, at - 1, 2);
}

/** Only blanks or a hyphen stand between the words. */
function isAdjacent(folded: string, words: readonly Word[], at: number, count: number): boolean {
  for (let index = at; index < at + count - 1; index += 1) {
    const one = words[index];
    const next = words[index + 1];
    if (one === undefined || next === undefined) return false;
    if (!/^[\s-]{1,2}$/.test(folded.slice(one.end, next.start))) return false;
  }
  return true;
}

/** "all-in-one", "two-way", "O'Seven": a letter, digit or hyphenated word hangs on it. */
function isPartOfWord(folded: string, word: Word): boolean {
  const before = folded.slice(Math.max(0, word.start - 2), word.start);
  const after = folded.slice(word.end, word.end + 2);
  return /[a-z0-9]$|[a-z]-$|'$/.test(before) || /^[0-9]|^-[a-z]/.test(after)
    ? !/^-(?:p|s|m)/.test(after)
    : false;
}
