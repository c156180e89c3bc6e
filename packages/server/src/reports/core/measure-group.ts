import type { ConversationId, Metric, MetricKey, ReportGroup } from '@baton/shared-types';
import type { ConversationFacts } from './fold-facts.js';

export interface CountedConversation {
  readonly conversationId: ConversationId;
  readonly label: string;
  readonly siteName: string;
  /** ISO date in the zone of the report. */
  readonly day: string;
  readonly facts: ConversationFacts;
}

const OPPORTUNITIES: ReadonlySet<string> = new Set(['accepted', 'meeting', 'won']);
const WRONG: ReadonlySet<string> = new Set(['rejected', 'spam']);
/** What says something about a lead; `resolved` and `no_response` do not. */
const JUDGED: ReadonlySet<string> = new Set([...OPPORTUNITIES, ...WRONG, 'lost']);

/** Everything that is measured on some conversations taken together. */
export function measureGroup(
  name: { readonly key: string; readonly label: string },
  counted: readonly CountedConversation[],
): ReportGroup {
  const all = counted.map(({ facts }) => facts);
  const qualified = all.filter(({ qualifiedAt }) => qualifiedAt !== null);
  const escalated = all.filter(({ requestedAt }) => requestedAt !== null);
  const judged = qualified.flatMap(({ disposition }) =>
    disposition && JUDGED.has(disposition.kind) ? [disposition.kind] : [],
  );
  const metrics: Record<MetricKey, Metric> = {
    time_to_qualification: times(all.map((each) => seconds(each.firstLineAt, each.qualifiedAt))),
    time_to_first_reply: times(escalated.map((each) => seconds(each.requestedAt, each.firstReplyAt))),
    acceptance_rate: share(escalated, ({ acceptedAt }) => acceptedAt !== null),
    escalation_rate: share(all, ({ requestedAt }) => requestedAt !== null),
    completeness: mean(
      all.flatMap(({ completeness }) =>
        completeness && completeness.total > 0 ? [completeness.filled / completeness.total] : [],
      ),
    ),
    repeated_by_assistant: ratio(
      sum(all.map((each) => each.repeatedByAssistant)),
      sum(all.map((each) => each.askedByAssistant)),
    ),
    repeated_by_people: ratio(
      sum(all.map((each) => each.repeatedByPeople)),
      sum(all.map((each) => each.askedByPeople)),
    ),
    false_positives: share(judged, (kind) => WRONG.has(kind)),
    lead_to_opportunity: share(judged, (kind) => OPPORTUNITIES.has(kind)),
    rating: mean(all.flatMap(({ rating }) => rating ?? [])),
  };
  return {
    ...name,
    conversations: all.length,
    qualified: qualified.length,
    escalated: escalated.length,
    metrics,
  };
}

function seconds(from: string | null, to: string | null): number | null {
  return from === null || to === null ? null : Math.max(0, (Date.parse(to) - Date.parse(from)) / 1000);
}

function times(values: readonly (number | null)[]): Metric {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  return { value: quantile(known, 0.5), of: known.length, p90: quantile(known, 0.9) };
}

/** Nearest rank: a time that was really measured, never one between two. */
function quantile(sorted: readonly number[], part: number): number | null {
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? null;
}

function share<T>(cases: readonly T[], holds: (each: T) => boolean): Metric {
  return ratio(cases.filter(holds).length, cases.length);
}

function ratio(part: number, whole: number): Metric {
  return { value: whole === 0 ? null : part / whole, of: whole };
}

function mean(values: readonly number[]): Metric {
  return { value: values.length === 0 ? null : sum(values) / values.length, of: values.length };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
