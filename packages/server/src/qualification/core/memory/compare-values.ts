import type { Budget, SlotKind, SlotValue, TeamSize, Timeline } from '@baton/shared-types';

/** How a new value relates to the one that is held. */
export type Relation =
  | { readonly kind: 'same' }
  /** Both are true; `value` says what both say. */
  | { readonly kind: 'refines'; readonly value: SlotValue }
  | { readonly kind: 'contradicts' };

const SAME: Relation = { kind: 'same' };
const CONTRADICTS: Relation = { kind: 'contradicts' };

/** Compares two values of one kind. Never throws; values of different shapes contradict each other. */
export function compareValues(kind: SlotKind, held: SlotValue, incoming: SlotValue): Relation {
  if (typeof held === 'string' && typeof incoming === 'string') return compareTexts(kind, held, incoming);
  if (isTimeline(held) && isTimeline(incoming)) return compareTimelines(held, incoming);
  if (isBudget(held) && isBudget(incoming)) return compareBudgets(held, incoming);
  if (isTeamSize(held) && isTeamSize(incoming)) return compareRanges(held, incoming, (range) => range);
  return CONTRADICTS;
}

function compareTexts(kind: SlotKind, held: string, incoming: string): Relation {
  if (kind === 'phone') return comparePhones(held, incoming);
  const left = wordsOf(held);
  const right = wordsOf(incoming);
  if (left.join(' ') === right.join(' ')) return SAME;
  if (kind === 'email' || kind === 'country') return CONTRADICTS;
  if (left.every((word) => right.includes(word))) return { kind: 'refines', value: incoming };
  if (right.every((word) => left.includes(word))) return SAME;
  // What somebody wants and uses may be said in many ways: two tellings do not exclude each other.
  return kind === 'use_case' || kind === 'current_tool' ? SAME : CONTRADICTS;
}

function comparePhones(held: string, incoming: string): Relation {
  const left = held.replace(/\D/gu, '');
  const right = incoming.replace(/\D/gu, '');
  if (left === right) return held.startsWith('+') ? SAME : { kind: 'refines', value: incoming };
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  const national = short.replace(/^0/u, '');
  if (national.length < 6 || !long.endsWith(national)) return CONTRADICTS;
  return long === left ? SAME : { kind: 'refines', value: incoming };
}

function compareBudgets(held: Budget, incoming: Budget): Relation {
  if (held.currency !== incoming.currency) return CONTRADICTS;
  if (held.period !== null && incoming.period !== null && held.period !== incoming.period) return CONTRADICTS;
  const period = incoming.period ?? held.period;
  const relation = compareRanges(held, incoming, (range) => ({
    min: range.min,
    max: range.max,
    currency: held.currency,
    period,
  }));
  if (relation.kind !== 'same' || period === held.period) return relation;
  return { kind: 'refines', value: { ...held, period } };
}

interface Range {
  readonly min: number | null;
  readonly max: number | null;
}

/** A range inside the other one is the more precise telling of it. */
function compareRanges(held: Range, incoming: Range, toValue: (range: Range) => SlotValue): Relation {
  if (held.min === incoming.min && held.max === incoming.max) return SAME;
  if (contains(held, incoming)) return { kind: 'refines', value: toValue(incoming) };
  return contains(incoming, held) ? SAME : CONTRADICTS;
}

function contains(outer: Range, inner: Range): boolean {
  const lowerFits = outer.min === null || (inner.min !== null && inner.min >= outer.min);
  const upperFits = outer.max === null || (inner.max !== null && inner.max <= outer.max);
  return lowerFits && upperFits;
}

/** Dates as ISO text compare like text. Only periods that share no day exclude each other. */
function compareTimelines(held: Timeline, incoming: Timeline): Relation {
  if (held.from === incoming.from && held.to === incoming.to) return SAME;
  const from = laterOf(held.from, incoming.from);
  const to = earlierOf(held.to, incoming.to);
  if (from !== null && to !== null && from > to) return CONTRADICTS;
  return { kind: 'refines', value: { from, to } };
}

function laterOf(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

function earlierOf(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [text];
}

function isTimeline(value: SlotValue): value is Timeline {
  return typeof value === 'object' && 'from' in value;
}

function isBudget(value: SlotValue): value is Budget {
  return typeof value === 'object' && 'currency' in value;
}

function isTeamSize(value: SlotValue): value is TeamSize {
  return typeof value === 'object' && 'min' in value && !('currency' in value);
}
