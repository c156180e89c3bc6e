import type {
  BundleSlot,
  DeskLanguage,
  Evidence,
  LogEvent,
  MessageId,
  SlotKind,
  SlotRecord,
  SlotValue,
} from '@baton/shared-types';
import { displayValue } from '../../qualification/core/index.js';

export interface Correction {
  readonly value: SlotValue | null;
  readonly reason: string;
  readonly evidence: Evidence | null;
}

/** The slot as a person sets it, null when the value does not fit its kind. What had been held before is no rival any more. */
export function correctSlot(slot: BundleSlot, { value, reason, evidence }: Correction): SlotRecord | null {
  const { key, kind } = slot;
  const base = { key, kind, rivals: [], corrected: true, declinedEvidence: [] };
  if (value === null) return { ...base, state: 'withdrawn', current: null };
  if (!fits(kind, value)) return null;
  const proof = { confidence: 1, reason, source: 'agent', evidence: evidence ? [evidence] : [] } as const;
  return { ...base, state: 'confirmed', current: { value, ...proof } };
}

/** The value in words, null for none. */
export function displayRecord({ current }: SlotRecord, language: DeskLanguage): string | null {
  return current ? displayValue(current.value, language) : null;
}

/** The words at that place of a visitor's message; null when there are none. */
export function readEvidence(
  log: readonly LogEvent[],
  { messageId, start, end }: { readonly messageId: MessageId; readonly start: number; readonly end: number },
): Evidence | null {
  const message = log.find(
    (event) =>
      event.type === 'message.sent' && event.actor.kind === 'visitor' && event.data.messageId === messageId,
  );
  if (message?.type !== 'message.sent' || start >= end || end > message.data.text.length) return null;
  return { messageId, start, end, quote: message.data.text.slice(start, end) };
}

function fits(kind: SlotKind, value: SlotValue): boolean {
  switch (kind) {
    case 'team_size':
      return typeof value === 'object' && 'min' in value && !('currency' in value);
    case 'budget':
      return typeof value === 'object' && 'currency' in value;
    case 'timeline':
      return typeof value === 'object' && 'from' in value;
    case 'country':
      return typeof value === 'string' && /^[A-Z]{2}$/.test(value);
    case 'email':
      return typeof value === 'string' && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value);
    default:
      return typeof value === 'string';
  }
}
