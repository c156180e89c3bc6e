import type { Timeline } from '@baton/shared-types';
import { isCorrection, isDenied, isTakenBack } from '../cues/corrections.js';
import type { ReadCandidate, Reader, ReadingContext, VisitorMessage } from '../reading.js';
import { rulesCandidate } from '../spans.js';
import { quote } from '../text/quote.js';
import { readableText } from '../text/readable-text.js';
import { type Stretch, splitClauses, splitSentences } from '../text/split-clauses.js';
import { dayAt, isoDate } from './dates/calendar.js';
import { findPeriods } from './dates/find-periods.js';
import { isOnlyWhen } from './dates/is-only-when.js';
import type { PeriodMention } from './dates/period-mention.js';
import { type QualifiedPeriod, qualifyPeriod } from './dates/qualify-period.js';
import {
  ASKS_FOR_WORDS,
  OTHER_EVENT,
  STARTS,
  TAKEN_AFTER,
  WANTS_A_THING,
  WANTS_IT,
} from './dates/timeline-cues.js';

/** Reads when the visitor wants to start or decide. Dates of other things (calls, contracts, trials) are none. */
export const readTimeline: Reader = (context) => {
  return context.messages.flatMap((message) => {
    const read = readMessage(message, context);
    return read === null ? [] : [read];
  });
};

const WEAK_ASAP =
  /^(?:now|right now|at once|today|yesterday|urgent|ya|hier|direct|subito|ieri|ontem|gestern|gisteren|de suite|morgen)$/;
const FOREIGN: Readonly<Record<string, string>> = {
  ya: 'es',
  hier: 'fr',
  direct: 'nl',
  subito: 'it',
  ieri: 'it',
  ontem: 'pt',
  'de suite': 'fr',
};

function readMessage(message: VisitorMessage, context: ReadingContext): ReadCandidate<'timeline'> | null {
  const folded = readableText(message);
  const asked = context.asked === 'timeline';
  const mayCorrect = context.known.timeline !== undefined;
  if (!asked && !mayCorrect && !STARTS.test(folded) && !WANTS_IT.test(folded)) return null;
  const today = dayAt(context.now, context.timeZone);
  const mentions = findPeriods(folded, context.language, today).filter(
    ({ end }, index, all) => !isTakenBack(message.text.slice(end, all[index + 1]?.start ?? end)),
  );
  if (mentions.length === 0) return null;
  const clauses = splitClauses(folded);
  const sentences = splitSentences(folded);
  const stated = join(folded, mentions)
    .map((mention) => ({ mention, period: qualifyPeriod(folded, mention) }))
    .filter(({ mention }) => !isForeignWord(folded, mention, context.language))
    // "From March", said in March: what has begun is not over.
    .filter(({ mention, period }) => (period.to ?? Math.max(period.from ?? 0, mention.to)) >= today)
    .map(({ mention, period }) => ({
      period,
      mention,
      score: scoreOf({
        message,
        folded,
        language: context.language,
        mention,
        period,
        asked,
        clause: around(clauses, mention.start),
        sentence: around(sentences, mention.start),
      }),
    }))
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score);
  const best = stated[0];
  if (best === undefined) return null;
  const corrects = isCorrection(message.text, best.period.start, best.period.end);
  return rulesCandidate({
    kind: 'timeline',
    value: timelineOf(best.period),
    evidence: [quote(message, best.period.start, best.period.end)],
    confidence: asked ? 0.9 : 0.75,
    reason: asked ? (say) => say.timelineAnswered : (say) => say.timelineMentioned,
    corrects,
  });
}

interface Place {
  readonly message: VisitorMessage;
  readonly folded: string;
  readonly language: string;
  readonly mention: PeriodMention;
  readonly period: QualifiedPeriod;
  readonly asked: boolean;
  readonly clause: Stretch;
  readonly sentence: Stretch;
}

/** How surely a time is that of the start; 0 or less when it is another thing's. */
function scoreOf({ message, folded, language, mention, period, asked, clause, sentence }: Place): number {
  const inClause = folded.slice(clause.start, Math.max(clause.end, period.end));
  const inSentence = folded.slice(sentence.start, sentence.end);
  if (isDenied(message.text, mention.start, mention.end) && period.from !== null && period.to !== null)
    return 0;
  if (NOT_THEN.test(folded.slice(Math.max(0, mention.start - 20), mention.start))) return 0;
  if (ONCE_MEANT.test(folded.slice(Math.max(0, mention.start - 28), mention.start))) return 0;
  if (PUT_OFF.test(folded.slice(mention.end, mention.end + 30))) return 0;
  if (TAKEN_AFTER.test(folded.slice(mention.end, mention.end + 30))) return 0;
  if (
    /(?<![a-z])(?:last|letzte[nrs]?|vorige[nrs]?|dernier|derniere|passe|passado|pasado|scors[oa]|vorig|afgelopen|seit|since|depuis|desde hace|sinds|back in)\s(?:\S{1,8}\s)?$|(?:last|letztes|voriges|vergangenes) (?:year|jahr) (?:in |im )?$/.test(
      folded.slice(Math.max(0, period.start - 20), period.start),
    )
  )
    return 0;
  const starts = STARTS.test(inClause);
  const other = OTHER_EVENT.test(inClause);
  const weak = mention.kind === 'asap' && WEAK_ASAP.test(folded.slice(mention.start, mention.end));
  if (asked && weak && KNOWS_NONE.test(folded)) return 0;
  if (asked)
    return (
      4 +
      (starts ? 2 : 0) +
      // "The season kicks off in April, so I want it set up in February"
      (WANTS_IT.test(inClause) ? 0.5 : 0) -
      (other ? (starts ? 1 : 3) : 0) -
      (weak ? 2 : 0) -
      (mention.kind === 'season' || mention.kind === 'holiday' ? 0.5 : 0)
    );
  if (weak || (mention.kind === 'asap' && /\?/.test(inSentence))) return 0;
  if (other) return 0;
  if (isCorrection(message.text, period.start, period.end) && folded.length < 90) return 2;
  const wanted = WANTS_IT.exec(inClause);
  if (wanted !== null && mention.kind === 'asap') return 2;
  // "We are looking, from 1 March, for …": from then on it is wanted.
  if (wanted !== null && period.from !== null && period.to === null) return 2;
  if (wanted !== null && isOnlyWhen(inClause.slice(wanted.index + wanted[0].length), language)) return 3;
  // "A shared inbox by the end of January", "…, preferably before Easter": the last day of what is wanted.
  const isLastDay = period.from === null && period.to !== null;
  const upToIt = folded.slice(clause.start, period.start);
  if (isLastDay && WANTS_A_THING.test(upToIt) && !ASKS_FOR_WORDS.test(upToIt)) return 2;
  if (
    isOnlyWhen(inClause, language) &&
    WANTS_IT.test(inSentence) &&
    !OTHER_EVENT.test(inSentence) &&
    !ASKS_FOR_WORDS.test(inSentence)
  )
    return 2;
  if (starts) return mention.kind === 'year' && period.from !== null && period.to !== null ? 1 : 3;
  return STARTS.test(inSentence) && !OTHER_EVENT.test(inSentence) ? 1 : 0;
}

/** "Also unclear, I'm not much use today!" */
const KNOWS_NONE =
  /(?<![a-z])(?:unclear|not sure|no idea|no clue|dunno|don'?t know|unknown|not decided|undecided|unklar|weis(?:s)? (?:ich |wir )?(?:noch )?nicht|keine ahnung|steht (?:noch )?nicht fest|sais pas|no (?:lo )?se|non (?:lo )?so|nao sei|weet (?:ik |we )?(?:nog )?niet)(?![a-z])/;

/** "Not in December": no start, and none before or after it either. */
const NOT_THEN =
  /(?<![a-z])(?:not|nicht|pas|no|non|nao|niet)\s(?:in|im|am|en|em|nel|op)\s(?:the |der |dem )?$/;

/** "Originally December": what was meant before. */
const ONCE_MEANT =
  /(?<![a-z])(?:originally|initially|at first|ursprunglich|anfangs|zuerst|au depart|initialement|al principio|inizialmente|inicialmente|oorspronkelijk)\s(?:\S{1,9}\s){0,2}$/;
const PUT_OFF =
  /^[,\s]{0,2}(?:but |aber |and |und )?(?:that'?s |that is |that |das |is |was |it was |wurde |ist |war )?(?:now |aber |dann )?(?:off|no puede ser|geht nicht|klappt nicht|won'?t work|ne va pas|non va bene|nao da|lukt niet|auf keinen fall|keinesfalls|wird (?:nix|nichts)|is out|is impossible|no way|en ningun caso|in nessun caso|en aucun cas|postponed|cancelled|canceled|delayed|fell through|verschoben|abgesagt|geplatzt|hinfallig)(?![a-z])/;

const RANGE_BETWEEN =
  /^\s?(?:-|to|or|\/|and|till|until|through|thru|bis|oder|und|a|ou|et|o|y|e|ou|tot|of|en|maybe|or maybe|vielleicht)\s?(?:early |mid |late |end of |the |anfang |mitte |ende |debut |mi-?|fin |principios de |mediados de |finales de |begin |half |eind )?$/;

/** "January to March", "Q1 or Q2": one period from the first day of one to the last day of the other. */
function join(folded: string, mentions: readonly PeriodMention[]): readonly PeriodMention[] {
  const joined: PeriodMention[] = [];
  for (const mention of mentions) {
    const last = joined.at(-1);
    const isRange =
      last !== undefined &&
      last.kind === mention.kind &&
      last.kind !== 'asap' &&
      last.from < mention.to &&
      RANGE_BETWEEN.test(folded.slice(last.end, mention.start));
    if (isRange) joined.splice(-1, 1, { ...last, end: mention.end, to: mention.to });
    else joined.push(mention);
  }
  return joined;
}

function isForeignWord(folded: string, mention: PeriodMention, language: string): boolean {
  const own = FOREIGN[folded.slice(mention.start, mention.end)];
  return own !== undefined && own !== language;
}

function timelineOf(period: QualifiedPeriod): Timeline {
  return {
    from: period.from === null ? null : isoDate(period.from),
    to: period.to === null ? null : isoDate(period.to),
  };
}

function around(stretches: readonly Stretch[], at: number): Stretch {
  return stretches.find((stretch) => stretch.start <= at && at < stretch.end) ?? { start: 0, end: at };
}
