import type { Intent, SlotKey, Verdict } from '@baton/shared-types';
import type { Seniority } from './seniority-of.js';

/** Everything a playbook's condition may speak about. The names are the playbook author's vocabulary. */
export interface PolicyFacts {
  readonly intents: readonly Intent[];
  /** Slots with a value in force, also a conflicted one. */
  readonly known: readonly SlotKey[];
  readonly declined: readonly SlotKey[];
  readonly conflicted: readonly SlotKey[];
  readonly opted_out: boolean;
  readonly spam: boolean;
  readonly abuse: boolean;
  readonly job_seeker: boolean;
  readonly no_business_use: boolean;
  readonly will_not_buy: boolean;
  readonly business_need: boolean;
  /** A business e-mail address or a phone number is held. */
  readonly reachable: boolean;
  readonly business_email: boolean;
  /** The minimum, or the maximum where only that is known. */
  readonly team_size: number | null;
  /** Worth in USD per month, by its minimum, or by its maximum where only that is known. */
  readonly budget_usd_month: number | null;
  /** The job title in lower case; '' while unknown. */
  readonly role: string;
  /** How high the job title stands; '' while unknown. */
  readonly seniority: Seniority | '';
  /** Days from now until the wished start, never negative. */
  readonly starts_within_days: number | null;
  readonly urgency: 'low' | 'normal' | 'high';
  readonly sentiment: 'negative' | 'neutral' | 'positive';
}

/** The facts of a handoff rule: the verdict has been set by then; '' stands for none. */
export interface HandoffFacts extends PolicyFacts {
  readonly verdict: Exclude<Verdict, null> | '';
}

type CelType = 'bool' | 'string' | 'list<string>' | 'optional<int>' | 'optional<double>';

/** The CEL type of every fact: a condition that names another one, or compares it wrongly, is refused at load. */
export const FACT_TYPES: Readonly<Record<keyof PolicyFacts, CelType>> = {
  intents: 'list<string>',
  known: 'list<string>',
  declined: 'list<string>',
  conflicted: 'list<string>',
  opted_out: 'bool',
  spam: 'bool',
  abuse: 'bool',
  job_seeker: 'bool',
  no_business_use: 'bool',
  will_not_buy: 'bool',
  business_need: 'bool',
  reachable: 'bool',
  business_email: 'bool',
  team_size: 'optional<int>',
  budget_usd_month: 'optional<double>',
  role: 'string',
  seniority: 'string',
  starts_within_days: 'optional<int>',
  urgency: 'string',
  sentiment: 'string',
};

export const HANDOFF_FACT_TYPES: Readonly<Record<keyof HandoffFacts, CelType>> = {
  ...FACT_TYPES,
  verdict: 'string',
};
