import type { MessageId } from './ids.js';

/** The kinds of fact that Baton knows how to read. A playbook's slot has exactly one kind. */
export const SLOT_KINDS = [
  'name',
  'email',
  'phone',
  'company',
  'role',
  'country',
  'team_size',
  'budget',
  'timeline',
  'use_case',
  'current_tool',
] as const;
export type SlotKind = (typeof SLOT_KINDS)[number];

/** The key of a slot in a playbook. */
export type SlotKey = string;

/** People who would use the product. `null` means unbounded on that side. */
export interface TeamSize {
  readonly min: number | null;
  readonly max: number | null;
}

export type BudgetPeriod = 'month' | 'year' | 'once' | 'seat_month';

/** Money, in units of `currency` (ISO 4217), not in cents. */
export interface Budget {
  readonly min: number | null;
  readonly max: number | null;
  readonly currency: string;
  readonly period: BudgetPeriod | null;
}

/** When they want to start or decide: ISO dates (YYYY-MM-DD), both inclusive; `null` means open on that side. */
export interface Timeline {
  readonly from: string | null;
  readonly to: string | null;
}

/** The value type of each slot kind. Text kinds hold the visitor's words; email is lower case; phone is E.164 where the country is clear, else digits; country is ISO 3166 alpha-2. */
export interface SlotValueByKind {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly company: string;
  readonly role: string;
  readonly country: string;
  readonly team_size: TeamSize;
  readonly budget: Budget;
  readonly timeline: Timeline;
  readonly use_case: string;
  readonly current_tool: string;
}
export type SlotValue = SlotValueByKind[SlotKind];

/** A span of the visitor's own words: `text.slice(start, end) === quote`, in UTF-16 units. */
export interface Evidence {
  readonly messageId: MessageId;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** Who produced a value: our rules, the model, or an agent who corrected it. */
export type ProvenanceSource = 'rules' | 'model' | 'agent';

/** Why we hold a value. Written at capture, never afterwards. */
export interface Provenance {
  /** 0 to 1. */
  readonly confidence: number;
  /** One short sentence for people, in the `deskLanguage` of the playbook in force at capture. */
  readonly reason: string;
  readonly source: ProvenanceSource;
  /** At least one span for every value that came from a chat. */
  readonly evidence: readonly Evidence[];
}

/** A value read from one or more messages, before the slot's history is taken into account. */
export interface SlotCandidate<K extends SlotKind = SlotKind> extends Provenance {
  readonly kind: K;
  readonly value: SlotValueByKind[K];
  /** The words say that an earlier value was wrong ("no, 14 not 40"). */
  readonly corrects: boolean;
}

export type SlotState = 'empty' | 'proposed' | 'confirmed' | 'conflicted' | 'declined' | 'withdrawn';

/** A value with its proof. */
export interface ProvenValue extends Provenance {
  readonly value: SlotValue;
}

/** What we hold for one slot. */
export interface SlotRecord {
  readonly key: SlotKey;
  readonly kind: SlotKind;
  readonly state: SlotState;
  /** The value in force: the latest one when conflicted; null when empty, declined or withdrawn. */
  readonly current: ProvenValue | null;
  /** Earlier values that contradict the current one and were not explained, oldest first. Empty unless conflicted. */
  readonly rivals: readonly ProvenValue[];
  /** True once the visitor has corrected this slot in words. */
  readonly corrected: boolean;
  /** The words in which the visitor declined, when they did. */
  readonly declinedEvidence: readonly Evidence[];
}
