import type { Evidence, SlotKind, SlotValueByKind } from '@baton/shared-types';
import type { ReadCandidate, Reason, VisitorMessage } from './reading.js';

/** The words of `message` between two offsets, as evidence. */
export function evidenceAt(message: VisitorMessage, start: number, end: number): Evidence {
  return { messageId: message.id, start, end, quote: message.text.slice(start, end) };
}

/** True when the evidence's words stand where it says, in one of these messages. */
export function isTrueEvidence(messages: readonly VisitorMessage[], evidence: Evidence): boolean {
  const message = messages.find((it) => it.id === evidence.messageId);
  return (
    message !== undefined &&
    evidence.end > evidence.start &&
    message.text.slice(evidence.start, evidence.end) === evidence.quote
  );
}

export interface RulesCandidate<K extends SlotKind> {
  readonly kind: K;
  readonly value: SlotValueByKind[K];
  readonly evidence: readonly Evidence[];
  /** 0 to 1. */
  readonly confidence: number;
  readonly reason: Reason;
  readonly corrects?: boolean;
}

/** A candidate read by our rules. */
export function rulesCandidate<K extends SlotKind>(read: RulesCandidate<K>): ReadCandidate<K> {
  return { ...read, corrects: read.corrects ?? false, source: 'rules' };
}
