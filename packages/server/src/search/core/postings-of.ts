import { searchTerms } from './search-terms.js';

export interface SpokenLine {
  readonly seq: number;
  readonly text: string;
}

/** A word and the latest line that holds it; `seq` 0 stands for the label. */
export interface Posting {
  readonly term: string;
  readonly seq: number;
}

/** Every word of the lines and the label once, in the order of the words. */
export function postingsOf(lines: readonly SpokenLine[], label: string): readonly Posting[] {
  const latest = new Map<string, number>();
  for (const { term } of searchTerms(label)) latest.set(term, 0);
  for (const { seq, text } of lines) {
    for (const { term } of searchTerms(text)) latest.set(term, Math.max(seq, latest.get(term) ?? 0));
  }
  return [...latest]
    .map(([term, seq]) => ({ term, seq }))
    .sort((a, b) => (a.term < b.term ? -1 : a.term > b.term ? 1 : 0));
}
