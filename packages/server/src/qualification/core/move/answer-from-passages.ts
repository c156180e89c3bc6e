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

export interface Asked {
  readonly question: string;
  /** What the assistant has said before: it is not said again while there is anything else to say. */
  readonly said: readonly string[];
}

/**
 * The sentences of the best passage that come closest to the question, in their order; null when no passage is
 * good enough. Where that is no more than an article's opening line, the section that the question names follows.
 */
export function answerFromPassages(
  { question, said }: Asked,
  passages: readonly Passage[],
  minimumScore: number,
): PassageAnswer | null {
  const asked = wordsOf(question);
  const windows = new Map(
    passages.map((passage) => [passage, bestWindow(splitSentences(withoutMarkup(passage.text)), asked)]),
  );
  const windowOf = (passage: Passage) => windows.get(passage) ?? [];
  const fitting = passages.filter((passage) => passage.score >= minimumScore && windowOf(passage).length > 0);
  const isNew = (passage: Passage) => windowOf(passage).some((sentence) => !said.includes(sentence));
  const weighed = fitting.map((passage) => ({
    passage,
    weight: isNew(passage) || titleHits(passage, asked) > 0 ? 1 : SAID_BEFORE,
  }));
  const best = choosePassage(weighed, asked);
  if (!best) return null;
  const first = windowOf(best);
  if (!isOpeningLine(best, first)) return { sentences: first, citations: [citationOf(best)] };
  const sections = weighed.filter(
    ({ passage }) =>
      passage !== best &&
      articleOf(passage) === articleOf(best) &&
      isNew(passage) &&
      titleHits(passage, asked) > 0,
  );
  const next = choosePassage(sections, asked);
  if (!next || TABLE_ROW.test(next.text)) return { sentences: first, citations: [citationOf(best)] };
  return { sentences: shortened([...first, ...windowOf(next)]), citations: [citationOf(next)] };
}

interface Weighed {
  readonly passage: Passage;
  readonly weight: number;
}

/** The line that opens an article says what it is about and seldom more. */
function isOpeningLine(passage: Passage, window: readonly string[]): boolean {
  return (
    articleOf(passage) === passage.title && window.length === 1 && (window[0]?.length ?? 0) < OPENING_LINE
  );
}

function citationOf({ title, url }: Passage): Citation {
  return { title, url };
}

/** Longer than this a single sentence is an answer by itself. */
const OPENING_LINE = 200;
/** What is left of a passage's weight once it has been said, unless the question names its heading. */
const SAID_BEFORE = 0.6;
/** What a word of the question is worth in a section's heading. */
const TITLE_BONUS = 0.15;
/** Passages this close to the best one may be taken instead of it. */
const CLOSE = 0.7;
/** A row of a table, written out as "Plan: Basic; Price: …". */
const TABLE_ROW = /^[^.:;]{2,60}: [^;]+; [^.:;]{2,60}: /;

/**
 * The best passage of the article that most speaks for: two passages of one article that fit outweigh a single
 * one elsewhere. Prose is preferred to the rows of a table.
 */
function choosePassage(weighed: readonly Weighed[], asked: ReadonlySet<string>): Passage | null {
  const fitting = weighed
    .map(({ passage, weight }) => {
      const score = weight * (passage.score + TITLE_BONUS * titleHits(passage, asked));
      return { ...passage, score, passage };
    })
    .toSorted((one, other) => other.score - one.score);
  const top = fitting[0];
  if (!top) return null;
  const close = fitting.filter((passage) => passage.score >= CLOSE * top.score);
  const weight = (one: Passage) =>
    close.reduce((sum, other) => sum + (articleOf(other) === articleOf(one) ? other.score : 0), 0);
  const heaviest = close.reduce((best, passage) => (weight(passage) > weight(best) ? passage : best), top);
  const inArticle = close.filter((passage) => articleOf(passage) === articleOf(heaviest));
  const isProse = ({ text }: Passage) => !TABLE_ROW.test(text);
  return (inArticle.find(isProse) ?? fitting.find(isProse) ?? top).passage;
}

/** Words of the question in the heading of the section: it says what the section is about. */
function titleHits({ title }: Passage, asked: ReadonlySet<string>): number {
  const heading = title.split(' › ').at(-1) ?? title;
  return [...wordsOf(heading)].filter((word) => asked.has(word)).length;
}

/** The article's title without the section's. */
function articleOf({ title }: Passage): string {
  return title.split(' › ')[0] ?? title;
}

/** A short passage as it stands; of a long one the sentences from that on which shares most words with the question. */
function bestWindow(sentences: readonly string[], asked: ReadonlySet<string>): readonly string[] {
  const isShort = sentences.length <= MAX_SENTENCES && sentences.join(' ').length <= MAX_CHARACTERS;
  if (isShort) return sentences;
  const points = sentences.map((sentence) => [...wordsOf(sentence)].filter((word) => asked.has(word)).length);
  let best = 0;
  for (let index = 1; index < points.length; index += 1) {
    if ((points[index] ?? 0) > (points[best] ?? 0)) best = index;
  }
  return shortened(sentences.slice(best));
}

/** As many sentences as an answer may have. */
function shortened(sentences: readonly string[]): readonly string[] {
  const chosen: string[] = [];
  let length = 0;
  for (const sentence of sentences.slice(0, MAX_SENTENCES)) {
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
