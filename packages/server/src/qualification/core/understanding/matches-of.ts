import { assert } from '../../../kernel/assert.js';
import { type PatternStarts, startsOf } from './pattern-starts.js';
import { UNKNOWN, type WordStarts, wordStarts } from './word-starts.js';

/** In shorter texts a pattern is tried everywhere: that takes less than to look up where. In UTF-16 units. */
const WORTH_LOOKING_UP = 200;

/**
 * What `text.matchAll(pattern)` gives. That makes a copy of the pattern at each call, which takes longer than most of
 * ours need to run, and now and then has to compile it anew; this runs the pattern itself.
 */
export function* matchesOf(text: string, pattern: RegExp): Generator<RegExpExecArray, undefined> {
  assert(pattern.global, `${pattern.source} finds more than one match`);
  const places = placesOf(text, pattern);
  let at = 0;
  while (at <= text.length) {
    let match: RegExpExecArray | null;
    if (places === null) {
      pattern.lastIndex = at;
      match = pattern.exec(text);
      // Left as it was found, for whoever runs it meanwhile or after a loop that is left early.
      pattern.lastIndex = 0;
    } else match = firstAt(text, places, at);
    if (match === null) return;
    at = match.index + match[0].length;
    // An empty match does not move on by itself.
    if (match[0] === '') at += pattern.unicode && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    yield match;
  }
}

/** The first of them: the rest of the text is not looked at. */
export function firstMatches(text: string, pattern: RegExp, most: number): readonly RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  for (const match of matchesOf(text, pattern)) {
    matches.push(match);
    if (matches.length === most) break;
  }
  return matches;
}

/** What `pattern.test(text)` gives. */
export function occursIn(text: string, pattern: RegExp): boolean {
  const places = placesOf(text, pattern);
  if (places !== null) return firstAt(text, places, 0) !== null;
  const occurs = pattern.test(text);
  pattern.lastIndex = 0;
  return occurs;
}

interface Places extends PatternStarts {
  readonly words: WordStarts;
}

/** Where the pattern may match; null where it has to be tried everywhere. */
function placesOf(text: string, pattern: RegExp): Places | null {
  if (text.length < WORTH_LOOKING_UP) return null;
  const starts = startsOf(pattern);
  const words = starts === null ? null : wordStarts(text);
  return starts === null || words === null ? null : { ...starts, words };
}

/** The first match at `from` or behind it. */
function firstAt(text: string, { bits, sticky, words }: Places, from: number): RegExpExecArray | null {
  const { places, keys, count } = words;
  for (let index = firstFrom(places, count, from); index < count; index += 1) {
    const key = keys[index] ?? UNKNOWN;
    if (key !== UNKNOWN && ((bits[key >> 5] ?? 0) & (1 << (key & 31))) === 0) continue;
    sticky.lastIndex = places[index] ?? 0;
    const match = sticky.exec(text);
    if (match !== null) return match;
  }
  return null;
}

/** The first place at `from` or behind it. */
function firstFrom(places: Uint16Array, count: number, from: number): number {
  let low = 0;
  let high = from === 0 ? 0 : count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
