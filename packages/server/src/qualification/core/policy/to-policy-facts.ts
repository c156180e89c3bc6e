import { INTENTS, type SlotKey, type SlotKind, type SlotRecord } from '@baton/shared-types';
import { leadFacts } from '../memory/lead-facts.js';
import type { QualificationMemory } from '../memory/qualification-memory.js';
import type { Understanding } from '../understanding/reading.js';
import type { PolicyFacts } from './policy-facts.js';
import { seniorityOf } from './seniority-of.js';

const DAY_MS = 86_400_000;

/** What is held, in the words of the playbook's conditions. `now`: the conversation's clock, ISO 8601. */
export function toPolicyFacts(
  memory: QualificationMemory,
  mood: Pick<Understanding, 'urgency' | 'sentiment'>,
  now: string,
): PolicyFacts {
  const lead = leadFacts(memory);
  const slots = Object.values(memory.slots);
  const role = textOf(slots, 'role').toLowerCase();
  return {
    intents: INTENTS.filter((intent) => lead.intent[intent]),
    known: keysOf(slots, (slot) => slot.current !== null),
    declined: keysOf(slots, (slot) => slot.state === 'declined'),
    conflicted: keysOf(slots, (slot) => slot.state === 'conflicted'),
    opted_out: lead.flag.optOut,
    spam: lead.flag.spam,
    abuse: lead.flag.abuse,
    job_seeker: lead.flag.jobSeeker,
    no_business_use: lead.flag.noBusinessUse,
    will_not_buy: lead.flag.willNotBuy,
    business_need: lead.flag.businessNeed,
    reachable: lead.reachable,
    business_email: lead.businessEmail,
    // There, 0 stands for unknown; a condition should not take it for a small number.
    team_size: lead.teamSize === 0 ? null : lead.teamSize,
    budget_usd_month: lead.monthlyBudgetUsd === 0 ? null : lead.monthlyBudgetUsd,
    role,
    seniority: role === '' ? '' : seniorityOf(role),
    starts_within_days: daysUntilStart(slots, now),
    urgency: mood.urgency,
    sentiment: mood.sentiment,
  };
}

function keysOf(slots: readonly SlotRecord[], holds: (slot: SlotRecord) => boolean): readonly SlotKey[] {
  return slots.filter(holds).map((slot) => slot.key);
}

function textOf(slots: readonly SlotRecord[], kind: SlotKind): string {
  const value = slots.find((slot) => slot.kind === kind)?.current?.value;
  return typeof value === 'string' ? value : '';
}

function daysUntilStart(slots: readonly SlotRecord[], now: string): number | null {
  const value = slots.find((slot) => slot.kind === 'timeline')?.current?.value;
  if (typeof value !== 'object' || !('from' in value)) return null;
  const start = value.from ?? value.to;
  if (start === null) return null;
  const days = Math.floor((Date.parse(start) - Date.parse(now)) / DAY_MS);
  return Number.isFinite(days) ? Math.max(0, days) : null;
}
