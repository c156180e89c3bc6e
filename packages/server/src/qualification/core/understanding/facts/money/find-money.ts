import type { BudgetPeriod } from '@baton/shared-types';
import { alternatives } from '../../text/phrases.js';
import { type Stretch, splitSentences } from '../../text/split-clauses.js';
import { boundAfter } from '../numbers/bounds.js';
import { findNumbers, type NumberMention } from '../numbers/find-numbers.js';
import { CURRENCY_WORDS, WORDLIKE_CODES } from './currency-words.js';
import { findPeriod } from './find-period.js';

/** An amount as the visitor wrote it. */
export interface MoneyMention {
  readonly start: number;
  readonly end: number;
  readonly min: number | null;
  readonly max: number | null;
  /** ISO 4217; null where the words name none. */
  readonly currency: string | null;
  readonly period: BudgetPeriod | null;
  /** "20k", "3 grand", "2 lakh". */
  readonly hasMultiplier: boolean;
  readonly sentence: Stretch;
}

const ISO_CODES = new Set(Intl.supportedValuesOf('currency'));
const WORDS = Object.keys(CURRENCY_WORDS).filter((word) => /^[a-z. ]+$/.test(word));
const SIGN_BEFORE = /((?:us|au?|ca?|sg?|nz|hk|r|mx)?\s?[$€¤£¥₹₦₺₪₩₱₫฿])\s{0,2}$/;
const WORD_BEFORE = new RegExp(
  `(?<![a-z])(${alternatives(WORDS).replaceAll('.', '\\.')}|[a-z]{3})\\.?\\s{0,2}$`,
);
const SIGN_AFTER = /^\s?([$€¤£¥₹₦₺₪₩₱₫฿])/;
const WORD_AFTER = new RegExp(
  `^\\s{0,2}(?:de |d'|di |of )?(${alternatives(WORDS).replaceAll('.', '\\.')}|[a-z]{3})(?![a-z])`,
);

/** "300 a month would be the ceiling". */
const CEILING =
  /^[^.!?\n,]{0,12}?(?:would be|is|as|being|war|wars|war's|ware|ist|serait|c'est|est|seria|es|sarebbe|e|zou|is)\s(?:about\s|already\s)?(?:the|our|my|an?|die|das|unsere?|le|la|notre|el|nuestro|il|nostro|o|nosso|het|de|ons)\s(?:absolute\s|upper\s|hard\s|very\s|absolutes?\s|absolute\s)?(?:ceiling|limit|max|maximum|cap|top|most|obergrenze|schmerzgrenze|maximum|plafond|limite|tope|maximo|tetto|massimo|teto|plafond|grens|max)/;

/** "More than 500 is not possible": 500 is the most. */
const IS_TOO_MUCH =
  /(?<![a-z])(?:geht (?:\w+ )?nicht|(?:ist|sind|sitzt) (?:\w+ ){0,2}nicht (?:drin|moglich)|nicht (?:drin|moglich|machbar|ausgeben|zahlen|kosten)|soll(?:te)? (?:es |das )?nicht|konnen wir (?:\w+ )?nicht|(?:is|are) (?:not|n't) (?:possible|feasible|ok|an option|in the budget)|isn'?t (?:possible|feasible|ok|an option)|(?:won'?t|will not|can'?t|cannot|wouldn'?t) (?:work|happen|fly|do|get|be)|(?:is|would be) (?:too much|out of (?:the question|reach|budget))|n'est pas possible|c'est trop|no (?:podemos|es posible)|non (?:possiamo|e possibile)|nao (?:da|podemos|e possivel)|(?:kan|gaat|lukt) niet)(?![a-z])/;

/** All numbers of a folded text that may be money, with currency and period where the words give them. */
export function findMoney(text: string, folded: string, language: string): readonly MoneyMention[] {
  const sentences = splitSentences(folded);
  const numbers = findNumbers(folded, language);
  return numbers.map((number, index) => {
    const sentence = sentences.find((it) => it.start <= number.coreStart && number.coreStart < it.end) ?? {
      start: number.start,
      end: number.end,
    };
    const limit = Math.min(nextStart(folded, numbers, index), sentence.end + 24);
    return readMoney({ text, folded, number, sentence, limit });
  });
}

/** Where the next number begins; the "one" of "one time" is none. */
function nextStart(folded: string, numbers: readonly NumberMention[], index: number): number {
  const next = numbers
    .slice(index + 1)
    .find(({ coreEnd }) => !/^[\s-](?:time|off|go)(?![a-z])/.test(folded.slice(coreEnd, coreEnd + 6)));
  return next?.start ?? Number.MAX_SAFE_INTEGER;
}

interface Place {
  readonly text: string;
  readonly folded: string;
  readonly number: NumberMention;
  readonly sentence: Stretch;
  /** Where the words that belong to the number end at the latest. */
  readonly limit: number;
}

function readMoney({ text, folded, number, sentence, limit }: Place): MoneyMention {
  const before = currencyBefore(text, folded, number.coreStart);
  const named = currencyAfter(text, folded, endOfAmount(folded, number.coreEnd));
  // "$45,000 pesos": the word says which dollars or pesos they are.
  const isPlainSign = before?.code === 'USD' && folded.charAt(number.coreStart - 1) === '$';
  const after = before === null || (isPlainSign && named !== null) ? named : null;
  const inside = /[$€¤£]|eur|usd|gbp/.exec(folded.slice(number.coreStart, number.coreEnd))?.[0];
  const currency =
    after?.code ??
    before?.code ??
    (inside === undefined ? null : (CURRENCY_WORDS[inside] ?? inside.toUpperCase()));
  const amountEnd = Math.max(number.end, after?.end ?? 0);
  const period = findPeriod(folded, {
    start: sentence.start,
    amountStart: number.start,
    amountEnd,
    end: limit,
  });
  const end = Math.max(amountEnd, period?.end ?? 0);
  const isExact = number.min !== null && number.min === number.max;
  const nearer = isExact ? boundAfter(folded, amountEnd) : null;
  const late =
    nearer?.bound === 'upper'
      ? { ...nearer, end: Math.max(end, nearer.end) }
      : isExact
        ? boundAfter(folded, end)
        : null;
  const refused =
    number.max === null && IS_TOO_MUCH.test(folded.slice(end, Math.min(sentence.end, end + 60)));
  const lakh = number.multiplier !== null && /^(?:la|cr)/.test(number.multiplier) ? 'INR' : null;
  return {
    start: Math.min(number.start, before?.start ?? number.start),
    end: late !== null && late.bound !== 'exact' ? late.end : end,
    min:
      refused || late?.bound === 'upper' || (late !== null && CEILING.test(folded.slice(end, end + 40)))
        ? null
        : number.min,
    max: refused ? number.min : late?.bound === 'lower' ? null : number.max,
    currency: currency ?? lakh ?? currencyLater(text, folded, end),
    period: period?.period ?? null,
    hasMultiplier: number.multiplier !== null,
    sentence,
  };
}

/** "1.500,-" and "1.500.--": the sign for no cents belongs to the number. */
function endOfAmount(folded: string, end: number): number {
  return end + (/^[,.]-{1,2}(?![\w-])/.exec(folded.slice(end, end + 4))?.[0].length ?? 0);
}

/** "2000 al mes, euros claro": the currency as an afterthought. */
const AFTERTHOUGHT = new RegExp(
  `^,?\\s(?:in |em |en )?(${alternatives(WORDS.filter((word) => word.length > 3)).replaceAll('.', '\\.')})(?![a-z])(?!\\s\\d)`,
);

function currencyLater(text: string, folded: string, end: number): string | null {
  const word = AFTERTHOUGHT.exec(folded.slice(end, end + 24));
  return word?.[1] === undefined ? null : codeOf(word[1], text.slice(end, end + word[0].length));
}

interface FoundCurrency {
  readonly code: string;
  readonly start: number;
  readonly end: number;
}

/** "R9000", "N1.2 million": rand and naira are written with a letter. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['R', 'ZAR'],
  ['N', 'NGN'],
]);

function currencyBefore(text: string, folded: string, start: number): FoundCurrency | null {
  const window = folded.slice(Math.max(0, start - 18), start);
  const offset = Math.max(0, start - 18);
  const letter = /(?<![\p{L}\p{N}.])([RN])\s?$/u.exec(text.slice(offset, start));
  const lettered = LETTERS.get(letter?.[1] ?? '');
  if (letter !== null && lettered !== undefined)
    return { code: lettered, start: offset + letter.index, end: start };
  const sign = SIGN_BEFORE.exec(window);
  if (sign?.[1] !== undefined) {
    const written = sign[1].replaceAll(' ', '');
    // "It's $6,900" speaks of no Singapore dollars.
    const isLetterOfWord = /[a-z'\u2019]/.test(window.charAt(sign.index - 1));
    const code =
      CURRENCY_WORDS[isLetterOfWord ? written.slice(-1) : written] ?? CURRENCY_WORDS[written.slice(-1)];
    return code === undefined ? null : { code, start: offset + sign.index, end: start };
  }
  const word = WORD_BEFORE.exec(window);
  const code =
    word?.[1] === undefined
      ? null
      : codeOf(word[1], text.slice(offset + word.index, offset + word.index + word[1].length));
  // Only codes and short abbreviations stand before an amount ("EUR 500", "Rs 500", "CHF 500").
  if (word?.[1] === undefined || code === null || word[1].length > 3) return null;
  return { code, start: offset + word.index, end: start };
}

function currencyAfter(text: string, folded: string, end: number): FoundCurrency | null {
  const window = folded.slice(end, end + 28);
  const sign = SIGN_AFTER.exec(window);
  if (sign?.[1] !== undefined) {
    const code = CURRENCY_WORDS[sign[1]];
    return code === undefined ? null : { code, start: end, end: end + sign[0].length };
  }
  const word = WORD_AFTER.exec(window);
  if (word?.[1] === undefined) return null;
  const at = end + word[0].length - word[1].length;
  const code = codeOf(word[1], text.slice(at, at + word[1].length));
  return code === null ? null : { code, start: end, end: end + word[0].length };
}

function codeOf(word: string, written: string): string | null {
  const named = CURRENCY_WORDS[word.replace(/\s+/g, ' ')];
  if (named !== undefined) return named;
  const code = word.toUpperCase();
  if (!ISO_CODES.has(code)) return null;
  return WORDLIKE_CODES.has(code) && written !== code ? null : code;
}
