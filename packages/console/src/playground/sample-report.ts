import type { Metric, MetricKey, Report, ReportGroup } from '@baton/shared-types';
import type { ReportRequest } from '../api/console-api.js';

/** A report with waves, gaps and a group without a name. */
export function sampleReport(request: ReportRequest, isEmpty: boolean): Report {
  const days: ReportGroup[] = [];
  const last = Date.parse(request.to);
  for (let at = Date.parse(request.from); at <= last; at += 86_400_000) {
    const place = days.length;
    const count = isEmpty || place % 7 === 6 ? 0 : 14 + Math.round(8 * Math.sin(place / 3));
    days.push(group(new Date(at).toISOString().slice(0, 10), count, place));
  }
  const total = days.reduce((sum, day) => sum + day.conversations, 0);
  return {
    ...request,
    total: group('total', total, 2),
    groups: isEmpty
      ? []
      : [group('Northwind website', Math.round(total * 0.7), 1), group('', Math.round(total * 0.3), 5)],
    days,
    unread: 0,
  };
}

function group(key: string, conversations: number, place: number): ReportGroup {
  const wave = (base: number, swing: number) => base + swing * Math.sin(place);
  const metric = (value: number, of: number): Metric => ({ value: of === 0 ? null : value, of });
  const escalated = Math.round(conversations * 0.4);
  const time = (value: number, of: number): Metric => ({
    ...metric(value, of),
    p90: of === 0 ? null : value * 3,
  });
  const metrics: Record<MetricKey, Metric> = {
    time_to_qualification: time(wave(190, 40), Math.round(conversations * 0.3)),
    time_to_first_reply: time(wave(38, 16), escalated),
    acceptance_rate: metric(0.91, escalated),
    escalation_rate: metric(0.4, conversations),
    completeness: metric(wave(0.7, 0.1), escalated),
    repeated_by_assistant: metric(0.012, conversations * 3),
    repeated_by_people: metric(0.04, escalated),
    false_positives: metric(0.08, Math.round(conversations * 0.1)),
    lead_to_opportunity: metric(0.46, Math.round(conversations * 0.1)),
    rating: metric(4.4, Math.round(conversations * 0.2)),
  };
  return { key, label: key, conversations, qualified: Math.round(conversations * 0.3), escalated, metrics };
}
