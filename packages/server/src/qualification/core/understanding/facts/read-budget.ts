import type { Budget } from '@baton/shared-types';
import { isCorrection, isDenied, isTakenBack } from '../cues/corrections.js';
import type { ReadCandidate, Reader, ReadingContext, VisitorMessage } from '../reading.js';
import { rulesCandidate } from '../spans.js';
import { quote } from '../text/quote.js';
import { readableText } from '../text/readable-text.js';
import { type Stretch, splitClauses } from '../text/split-clauses.js';
import {
  ASKS_PRICE,
  FORMER_MONEY,
  MAY_SPEND,
  NOT_A_BUDGET,
  SUPPOSES,
  WOULD_PAY,
} from './money/budget-cues.js';
import { findMoney, type MoneyMention } from './money/find-money.js';
import { findPeriod } from './money/find-period.js';
import { classOf } from './team-size/nouns.js';

/** Reads what the visitor may spend. Amounts without a currency are US dollars. */
export const readBudget: Reader = (context) => {
  const candidates: ReadCandidate<'budget'>[] = [];
  for (const message of context.messages) {
    const held = candidates.at(-1)?.value ?? context.known.budget;
    const read = readMessage(message, context, isBudget(held) ? held : null);
    if (read !== null) candidates.push(read);
  }
  return candidates;
};

function readMessage(
  message: VisitorMessage,
  context: ReadingContext,
  held: Budget | null,
): ReadCandidate<'budget'> | null {
  const folded = readableText(message);
  const asked = context.asked === 'budget';
  const clauses = splitClauses(folded);
  const mentions = /[a-z0-9]/.test(folded) ? findMoney(message.text, folded, context.language) : [];
  const stated = mentions
    .filter(({ end }, index) => !isTakenBack(message.text.slice(end, mentions[index + 1]?.start ?? end)))
    .filter((mention) => {
      const place = { text: message.text, folded, mention, clause: clauseOf(clauses, mention) };
      const expected = asked || (held !== null && isCorrection(message.text, mention.start, mention.end));
      return isMoney(place, expected) && isBudgetTalk(place, expected);
    })
    .map((mention) => ({ mention, corrects: isCorrection(message.text, mention.start, mention.end) }));
  const best =
    stated.find(({ corrects }) => corrects) ??
    stated.toSorted((one, other) => clarity(other.mention) - clarity(one.mention))[0];
  if (best === undefined) return asked || held !== null ? readPartialCorrection(message, folded, held) : null;
  const { mention } = best;
  const corrects = best.corrects && (held === null || mention.min !== held.min || mention.max !== held.max);
  const isSameMoney = mention.currency === null || mention.currency === held?.currency;
  const inherits = corrects && held !== null && isSameMoney && mention.period === null;
  return rulesCandidate({
    kind: 'budget',
    value: {
      min: mention.min,
      max: mention.max,
      currency: mention.currency ?? (inherits ? held.currency : 'USD'),
      period: mention.period ?? (inherits ? held.period : null),
    },
    evidence: [quote(message, mention.start, mention.end)],
    confidence: asked ? 0.9 : 0.8,
    reason: asked ? (say) => say.budgetAnswered : (say) => say.budgetMentioned,
    corrects,
  });
}

function clarity(mention: MoneyMention): number {
  return (
    (mention.currency === null ? 0 : 2) + (mention.period === null ? 0 : 2) + (mention.hasMultiplier ? 1 : 0)
  );
}

interface Place {
  readonly text: string;
  readonly folded: string;
  readonly mention: MoneyMention;
  readonly clause: Stretch;
}

function isMoney({ folded, mention }: Place, expected: boolean): boolean {
  const amount = mention.max ?? mention.min ?? 0;
  if (amount <= 0) return false;
  // "A few hundred" names no amount.
  if (
    /(?<![a-z])(?:paar|einige|mehrere|several|few|couple of|some|quelques|unos|algunos|qualche|alguns)\s$/.test(
      folded.slice(Math.max(0, mention.start - 12), mention.start),
    ) &&
    /^(?:hun|hon|tau|tho|mil|cen|mill|duiz)/.test(folded.slice(mention.start))
  )
    return false;
  const after = folded.slice(mention.end, mention.end + 24);
  if (/^\s?(?:%|per\s?cent|prozent|pct)/.test(after)) return false;
  if (mention.currency !== null) return true;
  if (/^\s?(?:st|nd|rd|th)(?![a-z])/.test(after) || isYear(folded, mention)) return false;
  const noun = /^\s([a-z-]{2,24})/.exec(after)?.[1];
  const counted = noun === undefined ? null : classOf(noun);
  if (counted !== null) return false;
  if (mention.hasMultiplier || (mention.period !== null && expected)) return amount >= 5;
  if (!expected) return mention.period !== null && amount >= 20;
  // A bare number is money only in answer to the question.
  return amount >= 50 && noun === undefined ? true : amount >= 50 && !/^\s(?:of us|hours?|days?)/.test(after);
}

function isYear(folded: string, mention: MoneyMention): boolean {
  const written = folded.slice(mention.start, mention.end);
  return /^(?:in |by |since |from )?(?:19|20)\d\d$/.test(written.trim()) && mention.period === null;
}

function isBudgetTalk({ text, folded, mention, clause }: Place, asked: boolean): boolean {
  const sentence = folded.slice(mention.sentence.start, mention.sentence.end);
  const around = folded.slice(clause.start, Math.max(clause.end, mention.end));
  if (isDenied(text, mention.start, mention.end)) return false;
  if (SUPPOSES.test(sentence)) return false;
  const wouldPay = WOULD_PAY.test(around);
  if (NOT_A_BUDGET.test(withoutPeriod(around, folded, clause, mention)) && !wouldPay) return false;
  const maySpend = wouldPay || MAY_SPEND.test(sentence);
  if (FORMER_MONEY.test(around) && !maySpend) return false;
  if (/(?<![a-z])(?:19|20)[012]\d(?![\d])/.test(around) && /back in|dead|said/.test(sentence)) return false;
  if (asked)
    return !(
      ASKS_PRICE.test(sentence) &&
      /(?<![a-z])(?:what|how much|price|cost|is it|was kostet|combien|cuanto|quanto|hoeveel)/.test(around) &&
      !maySpend
    );
  // "Need 40 seats. 2k/mo. Live by Dec 15.": an order in short, in which an amount by itself is what they pay.
  const isSum = mention.period !== null && (mention.currency !== null || mention.hasMultiplier);
  const isAlone = sentence.trim().length <= mention.end - mention.start + 2;
  if (isSum && isAlone && ORDERS.test(folded)) return !/\?\s*$/.test(sentence);
  if (/(?<![a-z])(?:your|ihr|votre|su|vostro|seu|uw) (?:\w+ ){0,2}budget/.test(sentence)) return false;
  return (
    maySpend &&
    !(
      ASKS_PRICE.test(sentence) &&
      !/(?<![a-z])(?:budget|approved|presupuesto|enveloppe|orcamento|genehmigt|freigegeben|we have|we've got|got|enough|possible|genug|suffit|basta|genoeg)(?![a-z])/.test(
        sentence,
      )
    )
  );
}

const ORDERS =
  /(?<![a-z])(?:need|want|send (?:an? |me |us )?(?:offer|quote)|brauchen|suchen|angebot|\d+ (?:seats|licen[sc]es|users|lizenzen|platze|zugange))(?![a-z])/;

/** The clause without the amount's own words, which may say "charge per seat". */
function withoutPeriod(around: string, folded: string, clause: Stretch, mention: MoneyMention): string {
  return folded.slice(clause.start, mention.start) + around.slice(Math.max(0, mention.end - clause.start));
}

/** "per year I mean", "euros, not dollars": the rest of the budget stays. */
function readPartialCorrection(
  message: VisitorMessage,
  folded: string,
  held: Budget | null,
): ReadCandidate<'budget'> | null {
  if (held === null || folded.length > 80) return null;
  const period = findPeriod(folded, { start: 0, amountStart: 0, amountEnd: 0, end: folded.length });
  if (period === null || period.period === held.period) return null;
  if (/(?<![a-z])(?:hour|week|day|invoice|paid|billed|call|report|meet)/.test(folded)) return null;
  const end = period.end;
  const start = Math.max(0, end - 12);
  const from = folded.lastIndexOf(' ', start) + 1;
  if (
    !isCorrection(message.text, end, end) &&
    !/(?<![a-z])(?:not|nicht|pas|no|non|nao|niet) /.test(folded) &&
    held.period !== null
  )
    return null;
  return rulesCandidate({
    kind: 'budget',
    value: { ...held, period: period.period },
    evidence: [quote(message, from, end)],
    confidence: 0.75,
    reason: (say) => say.budgetPeriod,
    corrects: held.period !== null,
  });
}

function clauseOf(clauses: readonly Stretch[], mention: MoneyMention): Stretch {
  const at = mention.end - 1;
  return (
    clauses.find((clause) => clause.start <= mention.start && mention.start < clause.end) ??
    clauses.find((clause) => clause.start <= at && at < clause.end) ?? {
      start: mention.start,
      end: mention.end,
    }
  );
}

function isBudget(value: unknown): value is Budget {
  return typeof value === 'object' && value !== null && 'currency' in value;
}
