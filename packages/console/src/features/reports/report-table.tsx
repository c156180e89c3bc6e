import { METRICS, type Report } from '@baton/shared-types';
import { texts } from '../../i18n/texts.js';
import { ScrollBox } from '../../ui/scroll-box.js';
import { metricBasis, metricText } from './metric-text.js';

/** The metrics of each site, team or playbook version; the definition of each stands above and on hover. */
export function ReportTable({ report }: { report: Report }) {
  const words = texts().reports;
  const labelOf = (label: string) => {
    if (label === '') return words.none;
    return report.by === 'playbook' ? words.version(label) : label;
  };
  return (
    <section class="card table-card">
      <ScrollBox class="table-scroll" label={`${words.by}: ${words.groupings[report.by]}`}>
        <table>
          <caption>{`${words.by}: ${words.groupings[report.by]}`}</caption>
          <thead>
            <tr>
              <th scope="col">{words.groupings[report.by]}</th>
              <th scope="col">{words.conversations}</th>
              {METRICS.map((key) => (
                <th key={key} scope="col" title={words.metrics[key].meaning}>
                  {words.metrics[key].name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {report.groups.map((group) => (
              <tr key={group.key}>
                <th scope="row">
                  <bdi>{labelOf(group.label)}</bdi>
                </th>
                <td>{group.conversations}</td>
                {METRICS.map((key) => (
                  <td key={key} title={metricBasis(group.metrics[key])}>
                    {metricText(key, group.metrics[key].value)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}
