import type { TeamSize } from '@baton/shared-types';
import { isDenied } from '../../cues/corrections.js';
import { type Stretch, splitClauses, splitSentences } from '../../text/split-clauses.js';
import { findNumbers, type NumberMention } from '../numbers/find-numbers.js';
import * as cues from './cues.js';
import { classOf, GROUP, looksLikePeople, type NounClass } from './nouns.js';

/** A number of people in one message, and how it was said. */
export interface PeopleCount {
  readonly start: number;
  readonly end: number;
  readonly size: TeamSize;
  readonly noun: NounClass | 'us' | 'unknown' | 'none';
  /** "so 23", "32 all up". */
  readonly isTotal: boolean;
  /** "17 would use it". */
  readonly hasAccess: boolean;
  /** "only the 5 permanent ones". */
  readonly isOnly: boolean;
  /** "30 new seats". */
  readonly isAdditional: boolean;
  /** The words around it say that the speakers are counted. */
  readonly isOwn: boolean;
  readonly isWholeCompany: boolean;
}

/** A number of people is at most this; longer ones are something else. */
const MOST = 200_000;
const NOUN_STOP =
  /^(?:here|hier|ici|aqui|qui|would|will|should|could|might|log|use|and|or|but|in|on|at|for|with|from|to|who|that|per|a|an|the|we|i|if|is|are|und|oder|im|am|an|bei|fur|mit|die|der|das|et|ou|dans|pour|avec|y|o|con|para|por|que|e|em|met|voor|op|en|because|but|doing|plus|so|then|now|right|maybe|min|max|as|it|its|can|will|would|have|has|need|depends|n|w|when|since|das|sind|wir|ist|aber|pero|mais|ma|maar|mas|not|nicht|pas|no|non|nao|niet)$/;

/** Every number of people that a message states about the speakers, decoys left out. */
export function countPeople(text: string, folded: string, language: string): readonly PeopleCount[] {
  if (!/[a-z0-9]/.test(folded)) return [];
  const numbers = findNumbers(folded, language);
  if (numbers.length === 0) return [];
  const clauses = splitClauses(folded);
  const sentences = splitSentences(folded);
  return numbers.flatMap((number) => {
    const clause = around(clauses, number.coreStart);
    const sentence = around(sentences, number.coreStart);
    const count = readCount({ text, folded, number, clause, sentence });
    return count === null ? [] : [count];
  });
}

interface Place {
  readonly text: string;
  readonly folded: string;
  readonly number: NumberMention;
  readonly clause: Stretch;
  readonly sentence: Stretch;
}

function readCount(place: Place): PeopleCount | null {
  const { text, folded, number, clause, sentence } = place;
  if (!isPlausible(place)) return null;
  const noun = nounAfter(folded, number.end);
  if (noun.class === 'thing' || noun.class === 'outsider') return null;
  const before = folded.slice(clause.start, number.coreStart);
  const own = isOwnCount(place, noun);
  if (!own && isSomebodyElses(place)) return null;
  const clauseText = folded.slice(clause.start, clause.end);
  const said = text
    .slice(clause.start, number.coreStart)
    .toLowerCase()
    .replace(/\u2019/g, "'");
  // "We used to have 30 but it's 12 these days": what follows the contrast is about today.
  if (cues.FORMER.test(said.split(CONTRAST).at(-1) ?? said)) return null;
  const isImagined = cues.HYPOTHETICAL.test(folded.slice(sentence.start, number.coreStart));
  if (isImagined && !cues.FOR_NOW.test(folded.slice(clause.start, number.coreStart))) return null;
  if (cues.WITHOUT_ACCESS.test(clauseText) && !cues.WITH_ACCESS.test(before)) return null;
  if (isDenied(text, number.coreStart, number.coreEnd)) return null;
  const next = folded.slice(clause.end, clause.end + 50);
  if (BUT_THEY.test(next) && cues.WITHOUT_ACCESS.test(next)) return null;
  // "Eight per hotel" is a rate, and the one of "everyone gets one" nobody.
  if (RATE.test(folded.slice(number.coreEnd, number.coreEnd + 20))) return null;
  if (
    number.spelled &&
    number.min === 1 &&
    number.max === 1 &&
    noun.class === 'none' &&
    /[a-z]\s$/.test(before)
  )
    return null;
  // "The phone ends in eight nine"
  if (OF_A_NUMBER.test(folded.slice(Math.max(0, number.coreStart - 40), number.coreStart))) return null;
  // "Two of those are volunteers": some of a number that stands by itself.
  if (PART_OF_THEM.test(folded.slice(number.coreEnd, number.coreEnd + 24)) && number.coreStart > 0)
    return null;
  // "The shops are 31", "eight hundred people ringing": nobody who would use it.
  if (THINGS_ARE.test(folded.slice(Math.max(0, number.coreStart - 30), number.coreStart)) && !own)
    return null;
  if (CALL_IN.test(folded.slice(noun.end, noun.end + 20))) return null;
  // Seats that a customer has are none that they would buy.
  const upTo = folded.slice(sentence.start, Math.min(sentence.end, noun.end + 40));
  const isAdditional = cues.ADDITIONAL.test(
    folded.slice(Math.max(clause.start, number.start - 24), Math.min(clause.end, noun.end + 10)),
  );
  if (noun.class === 'seat' && !isAdditional && cues.HELD_SEATS.test(upTo)) return null;
  return {
    start: number.start,
    end: noun.class === 'unknown' ? number.end : noun.end,
    size: { min: number.min, max: number.max },
    noun: noun.class,
    isTotal:
      cues.TOTAL_BEFORE.test(folded.slice(Math.max(0, number.coreStart - 40), number.coreStart)) ||
      cues.TOTAL_AFTER.test(folded.slice(number.end, number.end + 50)),
    isOnly: cues.ONLY_BEFORE.test(folded.slice(Math.max(0, number.coreStart - 30), number.coreStart)),
    hasAccess:
      cues.WITH_ACCESS.test(clauseText) ||
      WHO_WOULD.test(folded.slice(Math.max(0, number.start - 44), number.start)),
    isAdditional,
    isOwn: own,
    isWholeCompany: cues.WHOLE_COMPANY.test(
      folded.slice(clause.start, Math.min(folded.length, clause.end + 2)),
    ),
  };
}

interface Noun {
  readonly class: NounClass | 'us' | 'unknown' | 'none';
  readonly end: number;
}

const BUT_THEY =
  /^[\s,]{0,2}(?:but|mais|aber|pero|ma|mas|maar)\s(?:they|those|eux|ils|elles|die|ellos|esos|loro|quelli|eles|esses|zij)(?![a-z])/;
const RATE =
  /^\s(?:per|pro|je|par|por|a)\s(?:hotel|shop|store|site|branch|clinic|house|haus|filiale|standort|location|office|team|shift|schicht|studio|salon|praxis|boutique|agence|tienda|negozio|loja|winkel)(?![a-z])/;
/** "The ones who'd open it, 25" */
const WHO_WOULD =
  /(?<![a-z])(?:who(?:'d| would) (?:open|use|need|be using) it|those who would be users|die (?:es|das) (?:nutzen|brauchen) wurden|qui s'en serviraient|que lo usarian|che lo userebbero|que usariam)(?: are| is|:|,)?\s(?:about |only |nur |solo )?$/;
const OF_A_NUMBER =
  /(?<![a-z])(?:phone|number|mobile|nummer|telefon|handy|numero|telefono|telephone|telefone)(?: \w+)? (?:ends?|ending|endet|termina|acaba|finisce|eindigt|is|ist)(?: in| with| auf| en| em| con| op)?\s(?:[a-z]+\s){0,3}$/;
const PART_OF_THEM =
  /^\s(?:of (?:those|them|these)|davon|de ellos|d'entre eux|di loro|deles|daarvan)\s(?:are|is|were|sind|waren|son|sont|sono|sao|zijn)(?![a-z])/;
const THINGS_ARE =
  /(?<![a-z])(?:le|les|los|las|gli|i|os|as|die|the|de)\s(?:pizzerie|shops?|stores?|houses?|schools?|sites?|locations?|filialen|standorte|hauser|laden|tiendas|locales|boutiques|magasins|negozi|sedi|lojas|winkels|vestigingen|[a-z]+(?:erie|ereien))\s(?:are|sono|sind|sont|son|sao|zijn)\s(?:about |circa |etwa )?$/;
const CALL_IN =
  /^\s(?:(?:are |keep |all |then )*(?:ringing|calling|phoning|writing|emailing|queuing|waiting|complaining|asking))(?![a-z])/;

/** The class of what is counted: the first noun known among the next words of the same phrase. */
function nounAfter(folded: string, end: number): Noun {
  const after = folded.slice(end, end + 60);
  const us = cues.OF_US.exec(after);
  if (us !== null && ONE.test(folded.slice(Math.max(0, end - 14), end))) return { class: 'thing', end };
  if (us !== null) return { class: 'us', end: end + us[0].length };
  const words = /^[\s-]{0,2}((?:[a-z'./&-]{1,24}\s{0,2}){0,4})/.exec(after)?.[1] ?? '';
  let offset = end + (/^[\s-]{0,2}/.exec(after)?.[0].length ?? 0);
  let seen = 0;
  let fallback: Noun = { class: 'none', end };
  let thing: Noun | null = null;
  for (const raw of words.split(/(?<=\s)/)) {
    const word = raw.trim().replace(/[.'-]+$/, '');
    const isLast = /[.]$/.test(raw.trim());
    if (word === '' || NOUN_STOP.test(word)) break;
    const known = classOf(word) ?? (word.includes('-') ? classOf(word.split('-').at(-1) ?? '') : null);
    const wordEnd = offset + word.length;
    // "26 box office clerks": what stands in front of people says which.
    const isModifier = known === 'thing' && !word.endsWith('s');
    if (known !== null && !isModifier) {
      const counted = thing !== null && known !== 'person' && known !== 'seat' ? thing : null;
      return counted ?? { class: known, end: wordEnd };
    }
    if (isModifier) thing ??= { class: 'thing', end: wordEnd };
    else if (looksLikePeople(word)) fallback = { class: 'person', end: wordEnd };
    else if (seen === 0) fallback = { class: 'unknown', end: wordEnd };
    seen += 1;
    offset += raw.length;
    if (isLast || fallback.class === 'person') break;
  }
  return fallback.class === 'person' ? fallback : (thing ?? fallback);
}

/** "One of us" is somebody, "thirty-one of us" are many. */
const ONE = /(?<!(?:ty|hundred|and)[\s-])(?<![a-z])one$/;

const CONTRAST =
  /(?<!\p{L})(?:but|now|aber|jetzt|inzwischen|mais|maintenant|pero|ahora|ma|ora|adesso|mas|agora|maar|nu)(?!\p{L})/u;
const MONTH =
  '(?:jan(?:uary|uar|vier|eiro|uari)?|jane?iro|feb(?:ruary|ruar|rero|braio|ruari)?|fevrier|fevereiro|mar(?:ch|s|z|zo|co)?|maerz|maart|apr(?:il|ile)?|abr(?:il)?|avril|may|mai|mayo|maggio|maio|mei|june?|juni|juin|junio|giugno|junho|july?|juli|juillet|julio|luglio|julho|aug(?:ust|ustus)?|ago(?:sto)?|aout|sept?(?:ember|iembre|embre|embro|tembre)?|set(?:iembre|tembre|embro)?|oct(?:ober|ubre|obre)?|okt(?:ober)?|ott(?:obre)?|out(?:ubro)?|nov(?:ember|iembre|embre|embro)?|dec(?:ember|embre)?|dez(?:ember|embro)?|dic(?:iembre|embre)?|gen(?:naio)?|ene(?:ro)?)';
/** "3 March" and "March 3" are days. */
const AFTER_DAY = new RegExp(`^\\s?(?:st|nd|rd|th|\\.|o|er|e)?\\s?(?:of\\s|de\\s)?${MONTH}(?![a-z])`);
const BEFORE_DAY = new RegExp(`(?<![a-z])${MONTH}\\.?\\s$`);

function isPlausible({ folded, number }: Place): boolean {
  const value = number.max ?? number.min ?? 0;
  // "at 100 / 250 / 1000 seats" is a price ladder.
  if (
    /\d\s?\/\s?$/.test(folded.slice(Math.max(0, number.coreStart - 4), number.coreStart)) ||
    /^\s?\/\s?\d/.test(folded.slice(number.coreEnd, number.coreEnd + 3))
  )
    return false;
  if (value <= 0 || value > MOST || !Number.isInteger(value) || !Number.isInteger(number.min ?? 0))
    return false;
  const before = folded.slice(Math.max(0, number.coreStart - 14), number.coreStart);
  const after = folded.slice(number.coreEnd, number.coreEnd + 14);
  if (/[$€¤£¥₹₦]\s?$|(?:eur|usd|gbp|chf|rs|aud|cad)\.?\s?$/.test(before)) return false;
  if (
    /^\s?(?:[$€¤£¥₹₦%]|k(?![a-z])|eur|usd|gbp|chf|aud|cad|dollar|buck|euro|pound|quid|grand|yen|naira|rupe|franc|franken|per\s?cent|prozent|pct|a (?:month|year|yr|mo)|\/\s?(?:m|y|seat|user)|per (?:month|year|seat|user|head)|im (?:monat|jahr)|al (?:mes|ano)|par (?:mois|an)(?![a-z]))/.test(
      after,
    )
  )
    return false;
  if (
    /(?<![a-z])(?:week|wk|kw|semaine|semana|settimana|page|seite|version|v|level|step|q|phase|kapitel|chapter|room|gate|at|um|office|windows|iso|since|seit|depuis|desde|dal|sinds|age|aged)\s?$/.test(
      before,
    ) &&
    !/(?:look at|^at)\s?$/.test(before)
  )
    return false;
  if (AFTER_DAY.test(after) && !number.spelled) return false;
  if (BEFORE_DAY.test(before)) return false;
  // A bare year.
  return !(
    value >= 1990 &&
    value <= 2099 &&
    number.min === number.max &&
    nounAfter(folded, number.end).class === 'none'
  );
}

function isOwnCount({ folded, number, clause }: Place, noun: Noun): boolean {
  if (noun.class === 'us') return true;
  const before = folded.slice(Math.max(0, number.start - 40), number.start);
  if (cues.WE_ARE.test(before)) return true;
  // "a 9 person support squad"
  return noun.class === 'person' && isGroupNamedAfter(folded, noun.end, clause.end);
}

function isGroupNamedAfter(folded: string, end: number, limit: number): boolean {
  GROUP.lastIndex = 0;
  return GROUP.test(folded.slice(end, Math.min(limit, end + 24)));
}

function isSomebodyElses({ folded, number, sentence }: Place): boolean {
  const before = folded.slice(sentence.start, number.start);
  const subject = cues.THIRD_PERSON_HAS.exec(before)?.[1];
  if (subject !== undefined && !cues.OWN_SUBJECT.has(subject)) return true;
  return (
    cues.SOMEBODY_ELSE_BEFORE.test(folded.slice(sentence.start, number.coreStart)) ||
    cues.SOMEBODY_ELSE_AFTER.test(folded.slice(number.coreEnd, Math.min(sentence.end, number.coreEnd + 60)))
  );
}

function around(stretches: readonly Stretch[], at: number): Stretch {
  return stretches.find((stretch) => stretch.start <= at && at < stretch.end) ?? { start: 0, end: at };
}
