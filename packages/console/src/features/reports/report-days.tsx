import { METRICS, type Report } from '@baton/shared-types';
import { useMemo } from 'preact/hooks';
import { texts } from '../../i18n/texts.js';
import { Field } from '../../ui/field.js';
import { ScrollBox } from '../../ui/scroll-box.js';
import type { DeskModel } from '../workspace/desk-model.js';
import { DayPlot } from './day-plot.js';
import { metricText } from './metric-text.js';
import type { ReportsModel } from './reports-model.js';

const whole = (value: number) => (Number.isInteger(value) ? String(value) : '');

/** Two plots over the days, and the same numbers as a table. */
export function ReportDays({
  desk,
  model,
  report,
}: {
  desk: DeskModel;
  model: ReportsModel;
  report: Report;
}) {
  const words = texts();
  const metric = model.metric.value;
  const { days } = report;
  const names = useMemo(() => days.map(({ key }) => key), [days]);
  const counts = useMemo(
    () =>
      (['conversations', 'qualified', 'escalated'] as const).map((key) => ({
        label: words.reports[key],
        values: days.map((day) => day[key]),
      })),
    [days, words],
  );
  const measured = useMemo(
    () => [
      { label: words.reports.metrics[metric].name, values: days.map((day) => day.metrics[metric].value) },
    ],
    [days, metric, words],
  );
  const formatMetric = useMemo(() => (value: number) => metricText(metric, value), [metric, words]);
  const formatDay = (day: string) =>
    new Date(`${day}T12:00:00Z`).toLocaleDateString(words.locale, {
      day: 'numeric',
      month: 'short',
      timeZone: 'UTC',
    });
  return (
    <section class="card report-days">
      <DayPlot
        platform={desk.platform}
        label={words.reports.perDay}
        days={names}
        lines={counts}
        format={whole}
        formatDay={formatDay}
      />
      <Field label={words.reports.showMetric}>
        <select
          value={metric}
          onChange={(event) => {
            const wanted = event.currentTarget.value;
            model.metric.value = METRICS.find((each) => each === wanted) ?? metric;
          }}
        >
          {METRICS.map((key) => (
            <option key={key} value={key}>
              {words.reports.metrics[key].name}
            </option>
          ))}
        </select>
      </Field>
      <DayPlot
        platform={desk.platform}
        label={words.reports.overDays(words.reports.metrics[metric].name)}
        days={names}
        lines={measured}
        format={formatMetric}
        formatDay={formatDay}
      />
      <details>
        <summary>{words.reports.asTable}</summary>
        <ScrollBox class="table-scroll" label={words.reports.asTable}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.reports.day}</th>
                <th scope="col">{words.reports.conversations}</th>
                <th scope="col">{words.reports.qualified}</th>
                <th scope="col">{words.reports.escalated}</th>
                <th scope="col">{words.reports.metrics[metric].name}</th>
              </tr>
            </thead>
            <tbody>
              {days.map((day) => (
                <tr key={day.key}>
                  <th scope="row">{formatDay(day.key)}</th>
                  <td>{day.conversations}</td>
                  <td>{day.qualified}</td>
                  <td>{day.escalated}</td>
                  <td>{metricText(metric, day.metrics[metric].value)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      </details>
    </section>
  );
}
