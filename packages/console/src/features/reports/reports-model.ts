import type { MetricKey, Report, ReportGrouping } from '@baton/shared-types';
import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ConsoleApi, ReportRequest } from '../../api/console-api.js';
import { createResource, type Resource } from '../settings/loaded.js';

export const PERIODS = ['7', '30', '90'] as const;
export type Period = (typeof PERIODS)[number];

export interface ReportsModel {
  readonly period: Signal<Period>;
  readonly by: Signal<ReportGrouping>;
  /** What is drawn day by day. */
  readonly metric: Signal<MetricKey>;
  readonly report: Resource<Report>;
  readonly request: ReadonlySignal<ReportRequest>;
  dispose(): void;
}

export function createReportsModel(deps: {
  readonly api: ConsoleApi;
  readonly now: number;
  readonly timeZone: string;
}): ReportsModel {
  const { api, now, timeZone } = deps;
  const period = signal<Period>('30');
  const by = signal<ReportGrouping>('site');
  const request = signal<ReportRequest>(requestOf());
  const report = createResource(() => api.getReport(request.peek()));
  let first = true;

  function requestOf(): ReportRequest {
    const days = Number(period.value);
    return {
      from: dayOf(now - (days - 1) * 86_400_000, timeZone),
      to: dayOf(now, timeZone),
      timeZone,
      by: by.value,
    };
  }

  const stop = effect(() => {
    request.value = requestOf();
    // The view that shows it reads it the first time.
    if (!first) void report.load();
    first = false;
  });
  return { period, by, metric: signal<MetricKey>('time_to_first_reply'), report, request, dispose: stop };
}

/** The ISO date at an instant in a zone. */
export function dayOf(instant: number, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return format.format(instant);
}
