/** What a report measures, in the order in which it is read. */
export const METRICS = [
  'time_to_qualification',
  'time_to_first_reply',
  'acceptance_rate',
  'escalation_rate',
  'completeness',
  'repeated_by_assistant',
  'repeated_by_people',
  'false_positives',
  'lead_to_opportunity',
  'rating',
] as const;
export type MetricKey = (typeof METRICS)[number];

/** Seconds for times, 0 to 1 for shares, 1 to 5 for the rating. */
export interface Metric {
  /** The median of times, the mean of ratings and completeness, else the share; null when there is nothing to measure. */
  readonly value: number | null;
  /** How many cases it stands on. */
  readonly of: number;
  /** Of times: nine in ten were quicker. */
  readonly p90?: number | null;
}

/** Conversations taken together, with what was measured on them. */
export interface ReportGroup {
  /** An id, a version, or a day; stable. */
  readonly key: string;
  readonly label: string;
  readonly conversations: number;
  readonly qualified: number;
  readonly escalated: number;
  readonly metrics: Readonly<Record<MetricKey, Metric>>;
}

export const REPORT_GROUPINGS = ['site', 'team', 'playbook'] as const;
export type ReportGrouping = (typeof REPORT_GROUPINGS)[number];

/** Conversations that began within the period, read from their logs. */
export interface Report {
  /** Days, both inclusive, in `timeZone`. */
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  readonly total: ReportGroup;
  readonly by: ReportGrouping;
  readonly groups: readonly ReportGroup[];
  /** Every day of the period, also those without a conversation. */
  readonly days: readonly ReportGroup[];
  /** Conversations whose log has not been read to its end yet; 0 means that nothing is missing. */
  readonly unread: number;
}
