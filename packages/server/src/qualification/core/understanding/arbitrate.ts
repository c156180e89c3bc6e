import type { Evidence, SlotKind } from '@baton/shared-types';
import type { ReadCandidate } from './reading.js';

/** Who keeps words that two readers claim with the same confidence: the earlier kind. Kinds that are not listed share their words with any other. */
const PRECEDENCE: readonly SlotKind[] = [
  'email',
  'phone',
  'budget',
  'timeline',
  'team_size',
  'country',
  'name',
  'current_tool',
  'company',
  'role',
];

/** Kinds whose words may hold a number of another kind without being that number. */
const NUMBERS: ReadonlySet<SlotKind> = new Set(['phone', 'budget', 'timeline', 'team_size']);
const NAMES: ReadonlySet<SlotKind> = new Set(['name', 'current_tool', 'company', 'role', 'country']);

/**
 * Drops candidates whose words another candidate claims with more right: a phone number is no budget, part of an
 * address is no company, a name is no company. What was asked for goes first.
 */
export function arbitrate(
  candidates: readonly ReadCandidate[],
  asked: SlotKind | null,
): readonly ReadCandidate[] {
  const rank = (kind: SlotKind) => (kind === asked ? -1 : PRECEDENCE.indexOf(kind));
  return candidates.filter((candidate) => {
    if (!PRECEDENCE.includes(candidate.kind)) return true;
    return !candidates.some(
      (rival) =>
        rival.kind !== candidate.kind &&
        PRECEDENCE.includes(rival.kind) &&
        excludeEachOther(rival.kind, candidate.kind) &&
        outranks(rival, candidate, rank) &&
        rival.evidence.some((one) => candidate.evidence.some((other) => overlaps(one, other))),
    );
  });
}

function outranks(rival: ReadCandidate, candidate: ReadCandidate, rank: (kind: SlotKind) => number): boolean {
  const contact = (kind: SlotKind) => kind === 'email' || kind === 'phone';
  // An address is an address whatever was asked for.
  if (contact(rival.kind) !== contact(candidate.kind)) return contact(rival.kind);
  const asked = (kind: SlotKind) => rank(kind) < 0;
  // The question decides between readings that are about equally sure.
  if (asked(rival.kind) !== asked(candidate.kind)) {
    const [answer, other] = asked(rival.kind) ? [rival, candidate] : [candidate, rival];
    const close = answer.confidence + 0.1 > other.confidence;
    return close === (answer === rival);
  }
  if (rival.confidence !== candidate.confidence) return rival.confidence > candidate.confidence;
  return rank(rival.kind) < rank(candidate.kind);
}

function excludeEachOther(one: SlotKind, other: SlotKind): boolean {
  if (one === 'email' || other === 'email') return true;
  if (NUMBERS.has(one) && NUMBERS.has(other)) return one === 'phone' || other === 'phone';
  return NAMES.has(one) && NAMES.has(other);
}

function overlaps(one: Evidence, other: Evidence): boolean {
  return one.messageId === other.messageId && one.start < other.end && other.start < one.end;
}
