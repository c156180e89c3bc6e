/** A word of a text as it is compared, and where it stands in UTF-16 units. */
export interface PlacedTerm {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
/** Scripts that put no blank between words: each character stands for itself. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const PLAIN = /^[a-z0-9]+$/i;
const LONGEST = 40;
const MOST_WANTED = 8;

/** The words of a text, in order. */
export function searchTerms(text: string): readonly PlacedTerm[] {
  return [...text.matchAll(WORD)].flatMap((match) => {
    const word = match[0];
    if (!UNSPACED.test(word)) return placed(word, match.index);
    let start = match.index;
    return [...word].flatMap((character) => {
      const each = placed(character, start);
      start += character.length;
      return each;
    });
  });
}

/** The words that somebody looks for, each once; more than eight narrow nothing down any more. */
export function wantedTerms(query: string): readonly string[] {
  return [...new Set(searchTerms(query).map(({ term }) => term))].slice(0, MOST_WANTED);
}

function placed(word: string, start: number): readonly PlacedTerm[] {
  const term = fold(word);
  return term === '' ? [] : [{ term, start, end: start + word.length }];
}

/** Without case, accents and forms of the same letter; `ß` and `ss` are one. */
function fold(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase().slice(0, LONGEST);
  const folded = word
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss');
  return [...folded].slice(0, LONGEST).join('');
}
