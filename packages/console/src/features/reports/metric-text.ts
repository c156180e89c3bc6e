import type { Metric, MetricKey } from '@baton/shared-types';
import { texts } from '../../i18n/texts.js';
import { durationText } from '../inbox/waiting-time.js';

const TIMES: ReadonlySet<MetricKey> = new Set<MetricKey>(['time_to_qualification', 'time_to_first_reply']);

/** A value with its unit; a dash where there is nothing to measure. */
export function metricText(key: MetricKey, value: number | null): string {
  if (value === null) return '–';
  const words = texts();
  if (TIMES.has(key)) return durationText(value, words.time);
  if (key === 'rating')
    return value.toLocaleString(words.locale, { maximumFractionDigits: 1, minimumFractionDigits: 1 });
  return `${(value * 100).toLocaleString(words.locale, { maximumFractionDigits: value > 0 && value < 0.1 ? 1 : 0 })} %`;
}

/** What the value stands on. */
export function metricBasis(metric: Metric): string {
  const words = texts();
  if (metric.of === 0) return words.reports.noCase;
  const ninety =
    metric.p90 === undefined || metric.p90 === null
      ? ''
      : `, ${words.reports.ninety(durationText(metric.p90, words.time))}`;
  return words.reports.of(metric.of) + ninety;
}
