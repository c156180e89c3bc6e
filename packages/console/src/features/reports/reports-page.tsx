import { METRICS, REPORT_GROUPINGS, type Report } from '@baton/shared-types';
import { useEffect, useMemo } from 'preact/hooks';
import type { ConsoleApi } from '../../api/console-api.js';
import { texts } from '../../i18n/texts.js';
import { Field } from '../../ui/field.js';
import { Icon } from '../../ui/icon.js';
import { Note } from '../../ui/note.js';
import { LoadedView } from '../settings/loaded-view.js';
import type { DeskModel } from '../workspace/desk-model.js';
import { metricBasis, metricText } from './metric-text.js';
import { ReportDays } from './report-days.js';
import { ReportTable } from './report-table.js';
import { createReportsModel, PERIODS, type ReportsModel } from './reports-model.js';

/** Numbers with their definitions beside them, read from the logs. */
export function ReportsPage({ desk, api }: { desk: DeskModel; api: ConsoleApi }) {
  const words = texts().reports;
  const model = useMemo(
    () =>
      createReportsModel({
        api,
        now: desk.platform.environment.now(),
        timeZone: desk.platform.environment.timeZone(),
      }),
    [api],
  );
  useEffect(() => () => model.dispose(), [model]);
  return (
    <>
      <header class="settings-head">
        <h1>{words.title}</h1>
        <p class="muted">{words.intro}</p>
      </header>
      <Choices model={model} api={api} />
      <LoadedView resource={model.report}>
        {(report) => <Numbers desk={desk} model={model} report={report} />}
      </LoadedView>
    </>
  );
}

function Choices({ model, api }: { model: ReportsModel; api: ConsoleApi }) {
  const words = texts().reports;
  return (
    <div class="report-choices">
      <Field label={words.period}>
        <select
          value={model.period.value}
          onChange={(event) => {
            const wanted = event.currentTarget.value;
            model.period.value = PERIODS.find((each) => each === wanted) ?? '30';
          }}
        >
          {PERIODS.map((period) => (
            <option key={period} value={period}>
              {words.periods[period]}
            </option>
          ))}
        </select>
      </Field>
      <Field label={words.by}>
        <select
          value={model.by.value}
          onChange={(event) => {
            const wanted = event.currentTarget.value;
            model.by.value = REPORT_GROUPINGS.find((each) => each === wanted) ?? 'site';
          }}
        >
          {REPORT_GROUPINGS.map((grouping) => (
            <option key={grouping} value={grouping}>
              {words.groupings[grouping]}
            </option>
          ))}
        </select>
      </Field>
      <a
        class="button plain"
        href={api.exportAddress(model.request.value)}
        download
        title={words.downloadMeaning}
      >
        <Icon name="arrowDown" />
        {words.download}
      </a>
    </div>
  );
}

function Numbers({ desk, model, report }: { desk: DeskModel; model: ReportsModel; report: Report }) {
  const words = texts().reports;
  const { total } = report;
  if (total.conversations === 0) {
    return (
      <div class="card card-form report-empty">
        <Icon name="chart" size={20} />
        <p>{words.empty}</p>
      </div>
    );
  }
  return (
    <>
      {report.unread > 0 && <Note tone="info">{words.unread(report.unread)}</Note>}
      <dl class="card report-counts">
        {(['conversations', 'qualified', 'escalated'] as const).map((key) => (
          <div key={key}>
            <dt>{words[key]}</dt>
            <dd>{total[key].toLocaleString(texts().locale)}</dd>
          </div>
        ))}
      </dl>
      <ul class="report-metrics">
        {METRICS.map((key) => (
          <li key={key} class="card metric">
            <h2>{words.metrics[key].name}</h2>
            <p class="metric-value">{metricText(key, total.metrics[key].value)}</p>
            <p class="muted">{metricBasis(total.metrics[key])}</p>
            <p class="metric-meaning muted">{words.metrics[key].meaning}</p>
          </li>
        ))}
      </ul>
      <ReportDays desk={desk} model={model} report={report} />
      <ReportTable report={report} />
    </>
  );
}
