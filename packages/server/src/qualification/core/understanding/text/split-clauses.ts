import { matchesOf } from '../matches-of.js';
import { oncePerText } from '../once-per-text.js';

/** A stretch of a message: `[start, end)` in UTF-16 units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const SENTENCE_END =
  /(?<![.!?\u2026])[.!?\u2026]+(?=["')\]]{0,8}(?:\s|$))|\n|[;\u00a1\u00bf]|(?:\p{Extended_Pictographic}\ufe0f?)+/gu;
const ABBREVIATION =
  /(?:^|[\s(])(?:e\.g|i\.e|z\.b|u\.a|u\. a|z\. b|d\.h|bzw|ca|approx|incl|inkl|excl|evtl|max|min|mio|mrd|tsd|mr|mrs|ms|dr|st|nr|no|sra|sr|mme|dott|sig|o\.a|bijv|p\.m|a\.m|p\.a|\d{1,2})$/;
const CLAUSE_BREAK =
  /,(?!\d)|\s(?:komma|comma|virgule|virgola|virgula|full stop|new line|question mark|fragezeichen)(?=\s|$)|\s[-\u2013\u2014]{1,2}\s|[()]|:(?=\s)|\s(?:but|though|although|because|since|aber|weil|denn|sondern|pero|porque|sino|mais|parce|mas|porque|pois|ma|perche|pero|maar|omdat)(?=\s)/g;

/** The sentences of a folded text. A newline, an emoji and a semicolon end one; a dot in a number or abbreviation does not. */
export const splitSentences = oncePerText((folded): readonly Stretch[] => {
  const stretches: Stretch[] = [];
  let start = 0;
  for (const match of matchesOf(folded, SENTENCE_END)) {
    const end = match.index + match[0].length;
    if (match[0] === '.' && isAbbreviation(folded, start, match.index, end)) continue;
    if (folded.slice(start, match.index).trim() !== '')
      stretches.push({ start, end: match.index + visible(match[0]) });
    start = end;
  }
  if (folded.slice(start).trim() !== '') stretches.push({ start, end: folded.length });
  return stretches;
});

/** The clauses of a folded text: sentences cut at commas, brackets, dashes and adversative conjunctions. */
export const splitClauses = oncePerText((folded): readonly Stretch[] =>
  splitSentences(folded).flatMap((sentence) => cut(folded, sentence)),
);

function cut(folded: string, sentence: Stretch): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let start = sentence.start;
  for (const match of matchesOf(folded.slice(sentence.start, sentence.end), CLAUSE_BREAK)) {
    const at = sentence.start + match.index;
    if (folded.slice(start, at).trim() !== '') stretches.push({ start, end: at });
    start = /[a-z]/.test(match[0]) ? at : at + match[0].length;
  }
  if (folded.slice(start, sentence.end).trim() !== '') stretches.push({ start, end: sentence.end });
  return stretches;
}

/** Sentence punctuation stays with its sentence; a newline or a picture does not. */
function visible(mark: string): number {
  return /^[.!?\u2026]/.test(mark) ? mark.length : 0;
}

function isAbbreviation(folded: string, start: number, dot: number, end: number): boolean {
  const before = folded.slice(Math.max(start, dot - 8), dot);
  if (!ABBREVIATION.test(before)) return false;
  // "Put down 26. Call me" ends a sentence, "1. Januar" and "ca. 20" do not.
  if (/\d$/.test(before))
    return (
      /^\s[a-z]/.test(folded.slice(end, end + 2)) &&
      /^\s(?:jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|dez|quartal|halbj|klasse)/.test(
        folded.slice(end, end + 9),
      )
    );
  return end < folded.length;
}
