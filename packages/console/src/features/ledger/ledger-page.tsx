import type { LeadFate, LeadLedger, LeadLedgerEntry } from '@baton/shared-types';
import { useMemo } from 'preact/hooks';
import type { ConsoleApi } from '../../api/console-api.js';
import { fullTime } from '../../i18n/format-time.js';
import { texts } from '../../i18n/texts.js';
import { PATHS } from '../../paths.js';
import { Icon } from '../../ui/icon.js';
import { Tabs } from '../../ui/tabs.js';
import { LoadedView } from '../settings/loaded-view.js';
import type { DeskModel } from '../workspace/desk-model.js';
import { createLedgerModel, FATES } from './ledger-model.js';
import './ledger.css';

/** What became of every contact detail that visitors wrote; those that nothing holds come first. */
export function LedgerPage({ desk, api }: { desk: DeskModel; api: ConsoleApi }) {
  const words = texts().ledger;
  const model = useMemo(() => createLedgerModel(api), [api]);
  const counts = model.counts.value;
  return (
    <>
      <header class="settings-head">
        <h1>{words.title}</h1>
        <p class="muted">{words.intro}</p>
      </header>
      <section class="card ledger">
        <Tabs
          label={words.fate}
          tabs={FATES.map((key) => ({
            key,
            label: words.fates[key],
            mark: counts && (
              <span class={`badge ${key === 'lost' && counts.lost > 0 ? 'danger' : 'neutral'}`}>
                {counts[key]}
              </span>
            ),
          }))}
          chosen={model.fate.value}
          onChoose={model.choose}
        >
          <LoadedView resource={model.ledger}>
            {(ledger) => <Entries desk={desk} ledger={ledger} fate={model.fate.value} />}
          </LoadedView>
        </Tabs>
      </section>
      <p class="muted">{words.latest}</p>
    </>
  );
}

function Entries({ desk, ledger, fate }: { desk: DeskModel; ledger: LeadLedger; fate: LeadFate }) {
  const words = texts().ledger;
  const entries = ledger.entries.filter((entry) => entry.fate === fate);
  if (entries.length === 0) {
    return (
      <p class="ledger-none">
        <Icon name={fate === 'lost' ? 'accept' : 'inbox'} size={20} />
        {words.none[fate]}
      </p>
    );
  }
  return (
    <ul class="ledger-list">
      {entries.map((entry) => (
        <Entry key={entry.conversationId} desk={desk} entry={entry} />
      ))}
    </ul>
  );
}

function Entry({ desk, entry }: { desk: DeskModel; entry: LeadLedgerEntry }) {
  const words = texts();
  const { conversationId, because, lastAt } = entry;
  const label =
    desk.inbox.rowOf(conversationId)?.label ?? words.studio.past.conversation(conversationId.slice(-6));
  return (
    <li>
      <p class="ledger-head">
        <a href={PATHS.conversation(conversationId)} dir="auto">
          {label}
        </a>
        <time class="muted" dateTime={lastAt}>
          {fullTime(lastAt)}
        </time>
      </p>
      <p>{because}</p>
      <p class="muted">
        {words.ledger.words}:{' '}
        {entry.words.map(({ messageId, quote }) => (
          <q key={`${messageId} ${quote}`} dir="auto">
            {quote}
          </q>
        ))}
      </p>
    </li>
  );
}
