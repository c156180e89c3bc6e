import { isCorrection } from '../cues/corrections.js';
import { isRefusal } from '../cues/refusals.js';
import { matchesOf } from '../matches-of.js';
import { oncePerTextIn } from '../once-per-text.js';
import type { Reader, ReadingContext, Reason, VisitorMessage } from '../reading.js';
import { rulesCandidate } from '../spans.js';
import { quote } from '../text/quote.js';
import { readableText } from '../text/readable-text.js';
import { type Stretch, splitSentences } from '../text/split-clauses.js';
import { isOnlyWhen } from './dates/is-only-when.js';
import { findDeskWork } from './use-case/desk-work.js';
import { NEED_CUES } from './use-case/need-cues.js';
import {
  ASKS_FOR_SERVICE,
  NO_ANSWER,
  NOT_A_USE,
  STUDY,
  TELLS_NOTHING,
  TROUBLE,
} from './use-case/not-a-use.js';
import { SHORTEST_USE, trimUse, type UseSpan } from './use-case/trim-use.js';
import { withoutWhen } from './use-case/without-when.js';

interface StatedUse extends UseSpan {
  readonly confidence: number;
  readonly reason: Reason;
}

interface FoundUse extends StatedUse {
  readonly message: VisitorMessage;
}

/** Reads what it would be used for, in the visitor's own words. */
export const readUseCase: Reader = (context) => {
  const found = context.messages.flatMap((message, index) => readMessage(message, context, index));
  const best = found
    .filter(({ message, start, end }) => !isOneName(message.text.slice(start, end), context.language))
    .toSorted((one, other) => other.confidence - one.confidence)[0];
  if (best === undefined) return [];
  const proof = quote(best.message, best.start, best.end);
  if (proof.quote.length < SHORTEST_USE) return [];
  return [
    rulesCandidate({
      kind: 'use_case',
      value: proof.quote,
      evidence: [proof],
      confidence: best.confidence,
      reason: best.reason,
      corrects:
        context.known.use_case !== undefined &&
        isCorrection(best.message.text, best.start, best.end) &&
        best.confidence >= 0.7,
    }),
  ];
};

function readMessage(message: VisitorMessage, context: ReadingContext, index: number): readonly FoundUse[] {
  const folded = readableText(message);
  if (STUDY.test(folded)) return [];
  const asked = context.asked === 'use_case';
  const stated = TROUBLE.test(folded)
    ? []
    : readStated(folded, context.language).map((use) => ({ ...use, message }));
  const answer = asked ? readAnswer(message, folded, index, context.language) : null;
  const read = answer === null ? stated : [answer, ...stated];
  return read.length > 0 ? read : toldInPassing(message, folded, context);
}

/** Questions that are answered with more than a word or two: about work, or none. */
const LEAVE_ROOM: ReadonlySet<string | null> = new Set([null, 'use_case', 'team_size']);

/** What desks do all day, where nobody has said yet what it is for: the least sure of all readings. */
function toldInPassing(
  message: VisitorMessage,
  folded: string,
  { asked, known }: ReadingContext,
): readonly FoundUse[] {
  if (known.use_case !== undefined || !LEAVE_ROOM.has(asked)) return [];
  const work = findDeskWork(folded);
  if (work === null) return [];
  const use = trimUse(folded, work.start, work.end, true);
  const words = folded.slice(use.start, use.end);
  if (words.length < SHORTEST_USE || isNoUse(words)) return [];
  return [{ ...use, message, confidence: 0.42, reason: (say) => say.useAsProblem }];
}

/** What follows "we need", "looking for", "it's for" and their like. */
const readStated = oncePerTextIn((folded, language): readonly StatedUse[] => {
  const found: StatedUse[] = [];
  for (const { pattern, sign, confidence, reason, languages } of NEED_CUES) {
    if (languages !== null && !languages.includes(language)) continue;
    if (sign?.test(folded) === false) continue;
    for (const match of matchesOf(folded, pattern)) {
      const [start, end] = match.indices?.[1] ?? [];
      if (start === undefined || end === undefined) continue;
      if (isNegated(folded, match.index, language)) continue;
      const use = withoutWhen(folded, trimUse(folded, start, end, true), language);
      const words = folded.slice(use.start, use.end);
      if (words.length < SHORTEST_USE || isNoUse(words) || isNoUse(folded.slice(start, use.end).trim()))
        continue;
      if (isOnlyWhen(words, language)) continue;
      found.push({
        ...use,
        confidence: confidence + (words.length >= 14 ? 0.01 : -0.1),
        reason,
      });
      break;
    }
  }
  return found;
});

/** "It's for Halloran Insurance" says for whom, and not what for. German nouns have capitals of their own. */
function isOneName(words: string, language: string): boolean {
  return (
    language !== 'de' &&
    /^(?:\p{Lu}[\p{L}\p{N}'’.&-]*|&)(?:\s(?:\p{Lu}[\p{L}\p{N}'’.&-]*|&|of|and)){1,4}$/u.test(words)
  );
}

function isNoUse(words: string): boolean {
  return NOT_A_USE.test(words) || ASKS_FOR_SERVICE.test(words);
}

function isNegated(folded: string, at: number, language: string): boolean {
  const before = folded.slice(Math.max(0, at - 20), at);
  return (
    /(?<![a-z])(?:not|don'?t|doesn'?t|do not|no|never|nicht|kein|keine|keinen|pas|no|non|nao|niet|geen)\s(?:[^\s,;:.]{1,8}\s)?$/.test(
      before,
    ) ||
    // Italian "ne" is "of it".
    (language !== 'it' && /(?<![a-z])ne\s(?:[^\s,;:.]{1,8}\s)?$/.test(before))
  );
}

const SUMMED_UP =
  /(?<![a-z])(?:so basically|basically|so mainly|mainly|mostly|in short|so we need|essentially|im grunde|kurz gesagt|hauptsachlich|vor allem|en gros|en resume|surtout|basicamente|en resumen|sobre todo|in pratica|soprattutto|na pratica|basicamente|resumindo|kort gezegd|vooral|eigenlijk)[\s:,]+(?=\S{3,})/;

/** "We sell sneakers" says who they are, not what it is for. */
const DESCRIBES =
  /^\s*(?:(?:well|so|ok|hi|basically),?\s)?(?:we|we're|were|i|wir|nous|on|somos|siamo|wij|vendemos|vendiamo|vendons)\s?(?:are an?|are the|'re an?|r an?|sell|make|own|run|operate|sind ein|sind eine|verkaufen|betreiben|sommes une?|vendons|vend|una?|uma?|un|zijn een|verkopen)\s[^,]{2,60}$/;

/** The sentences of an answer that say what it is for. */
function readAnswer(
  message: VisitorMessage,
  folded: string,
  index: number,
  language: string,
): FoundUse | null {
  const reason: Reason = (say) => say.useAnswered;
  if (isRefusal('use_case', message.text)) return null;
  const answers = splitSentences(folded).filter((sentence) =>
    isAnswer(folded.slice(sentence.start, sentence.end)),
  );
  const telling = answers.filter((sentence) => !DESCRIBES.test(folded.slice(sentence.start, sentence.end)));
  const sentences = telling.length > 0 ? telling : answers;
  const first = sentences[0];
  if (first === undefined) return null;
  const summed = SUMMED_UP.exec(folded.slice(first.start, first.end));
  if (summed !== null && first.end - first.start - summed.index > 20) {
    const use = trimUse(folded, first.start + summed.index + summed[0].length, first.end, false);
    return { ...use, message, confidence: 0.85, reason };
  }
  const span = joined(folded, sentences);
  const wish = readStated(folded, language).find(
    (it) => it.confidence > 0.6 && coversSentence(it, sentences),
  );
  const use = wish ?? trimAnswer(folded, span);
  const confidence =
    0.85 - (telling.length > 0 ? 0 : 0.05) + (index === 0 ? 0.01 : 0) + (wish === undefined ? 0 : 0.02);
  return { start: use.start, end: use.end, message, confidence, reason };
}

function isAnswer(words: string): boolean {
  if (words.trim().length < 4 || NO_ANSWER.test(words) || TELLS_NOTHING.test(words)) return false;
  if (/\?\s*$/.test(words)) return false;
  return !/@\S/.test(words) && !isNoUse(words.trim());
}

/** A wish that is most of its sentence says it best. */
function coversSentence(use: UseSpan, sentences: readonly Stretch[]): boolean {
  const sentence = sentences.find((it) => it.start <= use.start && use.start < it.end);
  return sentence !== undefined && use.end - use.start > 0.4 * (sentence.end - sentence.start);
}

/** Sentences that follow each other, as long as they stay short: "Intake. A client fills something in, we call back." */
function joined(folded: string, sentences: readonly Stretch[]): Stretch {
  const first = sentences[0] ?? { start: 0, end: folded.length };
  // A label of a word or two is explained by what follows; a longer one speaks for itself.
  if (sentences.length > 1 && folded.slice(first.start, first.end).trim().split(/\s+/).length === 3)
    return first;
  let end = first.end;
  for (const sentence of sentences.slice(1)) {
    const gap = folded.slice(end, sentence.start);
    if (gap.trim() !== '' || sentence.end - first.start > 170) break;
    end = sentence.end;
  }
  return { start: first.start, end };
}

function trimAnswer(folded: string, span: Stretch): UseSpan {
  const words = folded.slice(span.start, span.end);
  const isOneSentence = !/[.!?]\s/.test(words);
  if (isOneSentence) return trimUse(folded, span.start, span.end, words.length > 50);
  return { start: span.start, end: span.end };
}
