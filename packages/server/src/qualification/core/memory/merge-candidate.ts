import type { Evidence, ProvenanceSource, ProvenValue, SlotCandidate, SlotRecord } from '@baton/shared-types';
import { compareValues } from './compare-values.js';

export interface SlotChange {
  readonly type:
    | 'slot.filled'
    | 'slot.proposed'
    | 'slot.corrected'
    | 'slot.conflicted'
    | 'slot.declined'
    | 'slot.withdrawn';
  readonly slot: SlotRecord;
}

/** From here on a value counts as known; below it is a proposal that wants a confirming question. */
export const CONFIRMED_FROM = 0.6;

/**
 * So many proofs of a value are held, and so many values that contradict it: what visitors say over and over would else
 * be written down again, all of it, with each of their messages. What is dropped still stands in earlier events.
 */
const MOST_PROOFS = 8;
const MOST_RIVALS = 4;

/** Who is believed when two disagree: a colleague who talked to the visitor, the visitor's words as read by rule, the model. */
const RANK: Readonly<Record<ProvenanceSource, number>> = { agent: 2, rules: 1, model: 0 };

/** Brings a new value into a slot. `asked`: the assistant had just asked about this slot. Null when nothing changes. */
export function mergeCandidate(
  held: SlotRecord,
  candidate: SlotCandidate,
  asked: boolean,
): SlotChange | null {
  const value: ProvenValue = {
    value: candidate.value,
    confidence: candidate.confidence,
    reason: candidate.reason,
    source: candidate.source,
    evidence: candidate.evidence,
  };
  if (held.current === null) return fill(held, value);
  const relation = compareValues(held.kind, held.current.value, value.value);
  if (relation.kind === 'same') return strengthen(held, held.current, value, asked);
  if (RANK[value.source] < RANK[held.current.source]) {
    return relation.kind === 'refines' && held.current.source !== 'agent'
      ? extend(held, held.current, { ...value, value: relation.value })
      : null;
  }
  if (candidate.corrects || value.source === 'agent') return correct(held, value);
  if (relation.kind === 'refines') return extend(held, held.current, { ...value, value: relation.value });
  if (value.confidence < CONFIRMED_FROM && held.state === 'confirmed') return null;
  if (RANK[value.source] > RANK[held.current.source] || held.state === 'proposed') return fill(held, value);
  // Asked which of two values holds, the visitor named one: that settles it.
  if (held.state === 'conflicted' && asked) return settle(held, value);
  return conflict(held, held.current, value);
}

function fill(held: SlotRecord, current: ProvenValue): SlotChange {
  const confirmed = current.confidence >= CONFIRMED_FROM;
  return {
    type: confirmed ? 'slot.filled' : 'slot.proposed',
    slot: {
      ...held,
      state: confirmed ? 'confirmed' : 'proposed',
      current,
      rivals: [],
      declinedEvidence: [],
    },
  };
}

/** The same value once more: another proof of it. It changes nothing where there are enough and it is no better one. */
function strengthen(
  held: SlotRecord,
  current: ProvenValue,
  again: ProvenValue,
  asked: boolean,
): SlotChange | null {
  const evidence = unionEvidence(current.evidence, again.evidence);
  const settles = held.state === 'conflicted' && asked;
  const isSurer = again.confidence > current.confidence || RANK[again.source] > RANK[current.source];
  const isOneMore = evidence.length > current.evidence.length;
  const isBetterProof = isSurer && again.evidence.some((proof) => !isAmong(current.evidence, proof));
  if (!isOneMore && !isBetterProof && !settles) return null;
  const stronger: ProvenValue = {
    ...(isSurer ? again : current),
    value: isBetterTelling(held, current, again) ? again.value : current.value,
    confidence: Math.max(current.confidence, again.confidence),
    evidence,
  };
  if (held.state === 'conflicted' && !settles) {
    return { type: 'slot.conflicted', slot: { ...held, current: stronger } };
  }
  return fill(held, stronger);
}

/** What somebody wants or uses may be told twice: the answer to the question says it better than an aside. */
function isBetterTelling(held: SlotRecord, current: ProvenValue, again: ProvenValue): boolean {
  const isTelling = held.kind === 'use_case' || held.kind === 'current_tool';
  return isTelling && again.confidence > current.confidence + 0.1;
}

function extend(held: SlotRecord, current: ProvenValue, finer: ProvenValue): SlotChange {
  const evidence = unionEvidence(current.evidence, finer.evidence);
  const confidence = Math.max(current.confidence, finer.confidence);
  const extended: ProvenValue = { ...finer, confidence, evidence };
  if (held.state === 'conflicted') return { type: 'slot.conflicted', slot: { ...held, current: extended } };
  return fill(held, extended);
}

function correct(held: SlotRecord, current: ProvenValue): SlotChange {
  return {
    type: 'slot.corrected',
    slot: { ...held, state: 'confirmed', current, rivals: [], corrected: true, declinedEvidence: [] },
  };
}

function settle(held: SlotRecord, current: ProvenValue): SlotChange {
  const earlier = held.rivals.find(
    (rival) => compareValues(held.kind, rival.value, current.value).kind === 'same',
  );
  const evidence = unionEvidence(earlier?.evidence ?? [], current.evidence);
  return fill(held, { ...current, evidence });
}

function conflict(held: SlotRecord, current: ProvenValue, latest: ProvenValue): SlotChange {
  const rivals = [...held.rivals, current].filter(
    (rival) => compareValues(held.kind, rival.value, latest.value).kind !== 'same',
  );
  return {
    type: 'slot.conflicted',
    slot: { ...held, state: 'conflicted', current: latest, rivals: rivals.slice(-MOST_RIVALS) },
  };
}

/** The proofs of both; where there are too many, the first one and the latest. */
function unionEvidence(first: readonly Evidence[], second: readonly Evidence[]): readonly Evidence[] {
  const all = [...first, ...second.filter((proof) => !isAmong(first, proof))];
  return all.length <= MOST_PROOFS ? all : [...all.slice(0, 1), ...all.slice(1 - MOST_PROOFS)];
}

function isAmong(proofs: readonly Evidence[], proof: Evidence): boolean {
  return proofs.some(
    (it) => it.messageId === proof.messageId && it.start === proof.start && it.end === proof.end,
  );
}
