import type { Citation, Passage } from '@baton/shared-types';
import { splitSentences } from './split-sentences.js';

export interface PassageAnswer {
  readonly sentences: readonly string[];
  readonly citations: readonly Citation[];
}

/** An answer is at most this many sentences and characters of one passage. */
const MAX_SENTENCES = 3;
const MAX_CHARACTERS = 420;

/** Words that say nothing about what is asked. */
const EMPTY_WORDS = new Set(
  'the and you your for are can does with have what how when which who our this that from will would there any not but about was die der das und sie ihr ihre ist sind kann können mit haben wie was wann welche wer unser dass von wird gibt eine ein einen nicht aber für auf den dem man'.split(
    ' ',
  ),
);

/** The sentences of the best passage that come closest to the question, in their order; null when no passage is good enough. */
export function answerFromPassages(
  question: string,
  passages: readonly Passage[],
  minimumScore: number,
): PassageAnswer | null {
  const best = choosePassage(passages.filter((passage) => passage.score >= minimumScore));
  if (!best) return null;
  const sentences = splitSentences(withoutMarkup(best.text));
  if (sentences.length === 0) return null;
  const chosen = bestWindow(sentences, wordsOf(question));
  return { sentences: chosen, citations: [{ title: best.title, url: best.url }] };
}

/** Passages this close to the best one may be taken instead of it. */
const CLOSE = 0.7;
/** A row of a table, written out as "Plan: Basic; Price: …". */
const TABLE_ROW = /^[^.:;]{2,60}: [^;]+; [^.:;]{2,60}: /;

/**
 * The best passage of the article that most speaks for: two passages of one article that fit outweigh a single
 * one elsewhere. Prose is preferred to the rows of a table.
 */
function choosePassage(fitting: readonly Passage[]): Passage | null {
  const top = fitting[0];
  if (!top) return null;
  const close = fitting.filter((passage) => passage.score >= CLOSE * top.score);
  const weight = (passage: Passage) =>
    close.reduce((sum, other) => sum + (articleOf(other) === articleOf(passage) ? other.score : 0), 0);
  const heaviest = close.reduce((best, passage) => (weight(passage) > weight(best) ? passage : best), top);
  const inArticle = close.filter((passage) => articleOf(passage) === articleOf(heaviest));
  return inArticle.find((passage) => !TABLE_ROW.test(passage.text)) ?? inArticle[0] ?? top;
}

/** The article's title without the section's. */
function articleOf({ title }: Passage): string {
  return title.split(' › ')[0] ?? title;
}

/** The run of neighbouring sentences that shares most words with the question; the earliest among equals. */
function bestWindow(sentences: readonly string[], asked: ReadonlySet<string>): readonly string[] {
  const points = sentences.map((sentence) => [...wordsOf(sentence)].filter((word) => asked.has(word)).length);
  let best = 0;
  for (let index = 1; index < points.length; index += 1) {
    if ((points[index] ?? 0) > (points[best] ?? 0)) best = index;
  }
  const chosen: string[] = [];
  let length = 0;
  for (const sentence of sentences.slice(best, best + MAX_SENTENCES)) {
    length += sentence.length;
    if (chosen.length > 0 && length > MAX_CHARACTERS) break;
    chosen.push(sentence);
  }
  return chosen;
}

/** Folded words of three letters or more, cut to six so that plural and case endings do not matter. */
function wordsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  return new Set(words.filter((word) => !EMPTY_WORDS.has(word)).map((word) => word.slice(0, 6)));
}

/** Markdown to plain text: headings and tables go, links keep their words. */
function withoutMarkup(text: string): string {
  return text
    .split('\n')
    .filter((line) => !/^\s*(#|\||[-=*_]{3,}\s*$|```)/.test(line))
    .map((line) => line.replace(/^\s*(?:[-*+]|\d+\.)\s+/, ''))
    .join('\n')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`]{1,3}([^*_`\n]+)[*_`]{1,3}/g, '$1');
}
