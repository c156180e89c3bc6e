import type { ConsoleApi } from '../../api/console-api.js';
import { texts } from '../../i18n/texts.js';
import { PATHS } from '../../paths.js';
import { LedgerPage } from '../ledger/ledger-page.js';
import type { DeskModel } from '../workspace/desk-model.js';
import { ReportsPage } from './reports-page.js';
import '../settings/settings.css';
import './reports.css';

/** What became of the conversations: their numbers, and the leads that need somebody. */
export function Reports(props: { desk: DeskModel; api: ConsoleApi; page: 'numbers' | 'leads' }) {
  const { desk, api, page } = props;
  const words = texts();
  return (
    <main class="reports scroll">
      <div class="reports-column">
        <nav class="report-pages" aria-label={words.reports.title}>
          <a href={PATHS.reports} aria-current={page === 'numbers' ? 'page' : undefined}>
            {words.ledger.nav}
          </a>
          <a href={PATHS.leads} aria-current={page === 'leads' ? 'page' : undefined}>
            {words.ledger.title}
          </a>
        </nav>
        {page === 'leads' ? <LedgerPage desk={desk} api={api} /> : <ReportsPage desk={desk} api={api} />}
      </div>
    </main>
  );
}
