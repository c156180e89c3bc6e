import { searchTerms } from './search-terms.js';

export interface Excerpt {
  readonly excerpt: string;
  readonly start: number;
  readonly end: number;
  readonly wordStart: number;
  readonly wordEnd: number;
}

const BEFORE = 60;
const LENGTH = 180;

/** A part of the text around the first wanted word, never beginning or ending within a character. */
export function excerptAround(text: string, wanted: readonly string[]): Excerpt {
  const found = searchTerms(text).find(({ term }) => wanted.some((word) => term.startsWith(word)));
  const wordStart = found?.start ?? 0;
  const wordEnd = found?.end ?? 0;
  const from = wholeFrom(text, Math.max(0, wordStart - BEFORE));
  const to = wholeFrom(text, Math.min(text.length, Math.max(from + LENGTH, wordEnd)));
  return {
    excerpt: text.slice(from, to),
    start: wordStart - from,
    end: Math.min(wordEnd, to) - from,
    wordStart,
    wordEnd,
  };
}

/** Not between the two halves of a surrogate pair. */
function wholeFrom(text: string, place: number): number {
  const code = text.charCodeAt(place);
  return code >= 0xdc00 && code <= 0xdfff && place > 0 ? place - 1 : place;
}
