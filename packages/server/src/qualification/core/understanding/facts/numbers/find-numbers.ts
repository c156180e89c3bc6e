import { oncePerTextIn } from '../../once-per-text.js';
import { boundAfter, boundBefore } from './bounds.js';
import { findDigits } from './find-digits.js';
import { findSpelledNumbers } from './find-spelled-numbers.js';
import type { NumberAtom } from './number-atom.js';

/** A number or range with its bound: "over 50", "20-25", "between 8 and 10". */
export interface NumberMention {
  /** The whole words, bound included. */
  readonly start: number;
  readonly end: number;
  /** From the first digit to the last, bound words left out. */
  readonly coreStart: number;
  readonly coreEnd: number;
  readonly min: number | null;
  readonly max: number | null;
  readonly multiplier: string | null;
  readonly spelled: boolean;
}

/** A message with more numbers than this is a table, a log or an attack. */
const MOST_NUMBERS = 40;

const RANGE =
  /^\s?(?:-|to|til|till|bis|a|ai|alle|agli|au|ate|tot|or|oder|ou|o|of|maybe|or maybe|perhaps|vielleicht|oder vielleicht|peut-etre|quiza|forse|talvez|misschien|\/|\?|,? ?or|,? ?maybe|,? oder|\+?-)\s?$/;
const AND = /^-?\s(?:and|und|et|y|e|en|n|&)\s(?:[$€¤£])?$/;
const BETWEEN =
  /(?<![a-z])(?:between|zwischen|entre|tra|fra|tussen|betw|btw)\s(?:so\s)?(?:like\s|about\s|so\s)?(?:les\s|i\s|de\s)?(?:[$€¤£]|(?:usd|eur|gbp)\s)?$/;
const MONEY_BETWEEN =
  /^((?:\s?(?:[€¤$£]|eur|usd|gbp|euros?|dollars?|pounds?))?)(.{0,14}?)((?:[€¤$£]|eur |usd |gbp )?)$/;

/** All numbers of a folded text, ranges joined and bounds read, in order of appearance. */
export const findNumbers = oncePerTextIn((folded, language): readonly NumberMention[] => {
  const digits = findDigits(folded);
  const spelled = findSpelledNumbers(folded, language).filter(
    (word) => !digits.some((digit) => digit.start < word.end && word.start < digit.end),
  );
  const atoms = [...digits, ...spelled].sort((one, other) => one.start - other.start);
  atoms.splice(MOST_NUMBERS);
  const mentions: NumberMention[] = [];
  for (let index = 0; index < atoms.length; index += 1) {
    const atom = atoms[index];
    if (atom === undefined) break;
    const next = atoms[index + 1];
    if (next !== undefined && isRange(folded, atom, next)) {
      mentions.push(rangeOf(folded, atom, next));
      index += 1;
    } else {
      mentions.push(mentionOf(folded, atom));
    }
  }
  return joinBounds(folded, mentions);
});

function isRange(folded: string, low: NumberAtom, high: NumberAtom): boolean {
  if (high.start - low.end > 22) return false;
  if (scaled(low, high) >= high.value) return false;
  const between = folded.slice(low.end, high.start);
  const gap = MONEY_BETWEEN.exec(between)?.[2] ?? between;
  if (RANGE.test(gap)) return true;
  return AND.test(gap) && BETWEEN.test(folded.slice(Math.max(0, low.start - 24), low.start));
}

/** In "20-25k" the first number counts thousands too. */
function scaled(low: NumberAtom, high: NumberAtom): number {
  // "One to two thousand" spelled out has its scale inside the value.
  const scale = high.scale > 1 ? high.scale : high.spelled && high.value % 1_000 === 0 ? 1_000 : 1;
  const counts = low.scale === 1 && low.value < high.value / scale && low.value < 100;
  return scale > 1 && (high.scale > 1 ? low.scale === 1 && low.value < high.value / scale : counts)
    ? low.value * scale
    : low.value;
}

function rangeOf(folded: string, low: NumberAtom, high: NumberAtom): NumberMention {
  const between = BETWEEN.exec(folded.slice(Math.max(0, low.start - 24), low.start));
  const start = between === null ? boundBefore(folded, low.start).start : low.start - between[0].length;
  return {
    start,
    end: high.end,
    coreStart: low.start,
    coreEnd: high.end,
    min: scaled(low, high),
    max: high.value,
    multiplier: high.multiplier,
    spelled: high.spelled,
  };
}

function mentionOf(folded: string, atom: NumberAtom): NumberMention {
  const before = boundBefore(folded, atom.start);
  const after =
    before.bound === 'exact' ? boundAfter(folded, atom.end) : { bound: before.bound, end: atom.end };
  return {
    start: before.start,
    end: after.end,
    coreStart: atom.start,
    coreEnd: atom.end,
    min: after.bound === 'upper' ? null : atom.value,
    max: after.bound === 'lower' ? null : atom.value,
    multiplier: atom.multiplier,
    spelled: atom.spelled,
  };
}

/** "at least 12, at most 18" is one range. */
function joinBounds(folded: string, mentions: readonly NumberMention[]): readonly NumberMention[] {
  const joined: NumberMention[] = [];
  for (const mention of mentions) {
    const last = joined.at(-1);
    const pairs =
      last !== undefined &&
      last.max === null &&
      mention.min === null &&
      mention.start - last.end < 30 &&
      (last.min ?? 0) < (mention.max ?? 0) &&
      !/[.!?\n]/.test(folded.slice(last.end, mention.start));
    if (pairs)
      joined.splice(-1, 1, { ...mention, start: last.start, coreStart: last.coreStart, min: last.min });
    else joined.push(mention);
  }
  return joined;
}
