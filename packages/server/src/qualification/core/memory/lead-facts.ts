import type {
  Budget,
  BudgetPeriod,
  Intent,
  SlotKind,
  SlotRecord,
  SlotState,
  TeamSize,
} from '@baton/shared-types';
import { INTENTS, SLOT_KINDS } from '@baton/shared-types';
import {
  classifyEmailDomain,
  domainOf,
  type EmailDomainClass,
} from '../understanding/contact/email-domain.js';
import type { VisitorFlags } from '../understanding/reading.js';
import type { QualificationMemory } from './qualification-memory.js';
import { USD_PER_UNIT } from './usd-per-unit.js';

/**
 * What verdict rules may ask about a lead: plain data, every field always there, so that a condition never
 * meets an unknown. Numbers are 0 where nothing is known.
 */
export interface LeadFacts {
  readonly intent: Readonly<Record<Intent, boolean>>;
  readonly flag: VisitorFlags;
  /** A value is in force, whether confirmed, proposed or conflicted. */
  readonly known: Readonly<Record<SlotKind, boolean>>;
  readonly state: Readonly<Record<SlotKind, SlotState>>;
  readonly email: EmailDomainClass | 'none';
  readonly businessEmail: boolean;
  readonly phone: boolean;
  /** A business e-mail address or a phone number. */
  readonly reachable: boolean;
  /** People, by the minimum, or by the maximum where only that is known. */
  readonly teamSize: number;
  /** US dollars a month, converted and spread over the period; by the minimum, or the maximum where only that is known. */
  readonly monthlyBudgetUsd: number;
  readonly conflicts: readonly SlotKind[];
  readonly turnsTaken: number;
}

/** A budget that is spent once is worth a twelfth of it each month: plans are bought by the year. */
const MONTHS: Readonly<Record<Exclude<BudgetPeriod, 'seat_month'>, number>> = {
  month: 1,
  year: 12,
  once: 12,
};

export function leadFacts(memory: QualificationMemory): LeadFacts {
  const byKind = new Map<SlotKind, SlotRecord>();
  for (const slot of Object.values(memory.slots)) {
    if (!byKind.has(slot.kind)) byKind.set(slot.kind, slot);
  }
  const email = emailClass(byKind.get('email'));
  const phone = (byKind.get('phone')?.current ?? null) !== null;
  const teamSize = teamSizeOf(byKind.get('team_size'));
  return {
    intent: recordOf(INTENTS, (intent) => memory.intents.includes(intent)),
    flag: memory.flags,
    known: recordOf(SLOT_KINDS, (kind) => (byKind.get(kind)?.current ?? null) !== null),
    state: recordOf(SLOT_KINDS, (kind) => byKind.get(kind)?.state ?? 'empty'),
    email,
    businessEmail: email === 'business',
    phone,
    reachable: email === 'business' || phone,
    teamSize,
    monthlyBudgetUsd: monthlyUsd(byKind.get('budget'), teamSize),
    conflicts: SLOT_KINDS.filter((kind) => byKind.get(kind)?.state === 'conflicted'),
    turnsTaken: memory.turnsTaken,
  };
}

function emailClass(slot: SlotRecord | undefined): EmailDomainClass | 'none' {
  const value = slot?.current?.value;
  return typeof value === 'string' ? classifyEmailDomain(domainOf(value)) : 'none';
}

function teamSizeOf(slot: SlotRecord | undefined): number {
  const value = slot?.current?.value;
  if (typeof value !== 'object' || !('min' in value)) return 0;
  const { min, max }: TeamSize = value;
  return min ?? max ?? 0;
}

function monthlyUsd(slot: SlotRecord | undefined, teamSize: number): number {
  const value = slot?.current?.value;
  if (typeof value !== 'object' || !('currency' in value)) return 0;
  const { min, max, currency, period }: Budget = value;
  const usd = (min ?? max ?? 0) * (USD_PER_UNIT[currency] ?? 0);
  // Without a period the words name what they would pay at the usual rhythm, the month.
  return period === 'seat_month' ? usd * teamSize : usd / MONTHS[period ?? 'month'];
}

function recordOf<K extends string, V>(keys: readonly K[], read: (key: K) => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, read(key)])) as Record<K, V>;
}
