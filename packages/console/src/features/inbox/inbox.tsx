import type { ConversationId } from '@baton/shared-types';
import { useLocation } from 'preact-iso';
import { describeError } from '../../api/describe-error.js';
import { texts } from '../../i18n/texts.js';
import { PATHS } from '../../paths.js';
import { Button } from '../../ui/button.js';
import { ELEMENT_IDS } from '../../ui/element-ids.js';
import { Icon } from '../../ui/icon.js';
import { Note } from '../../ui/note.js';
import { Skeleton } from '../../ui/skeleton.js';
import { VirtualList } from '../../ui/virtual-list.js';
import { SearchResults } from '../search/search-results.js';
import { acceptOffer } from '../workspace/accept-offer.js';
import type { DeskModel } from '../workspace/desk-model.js';
import type { InboxEntry } from './inbox-entries.js';
import { NO_FILTER } from './inbox-filter.js';
import { InboxFind } from './inbox-find.js';
import { InboxLine } from './inbox-line.js';
import './inbox.css';

/** In rem; the CSS keeps each line within it. */
const HEIGHTS = { head: 2.125, row: 5, offer: 6.75 };

export function Inbox({ desk }: { desk: DeskModel }) {
  const { inbox } = desk;
  const words = texts().inbox;
  return (
    <section class="pane inbox" aria-label={words.title}>
      <div class="pane-head">
        <h2 id={ELEMENT_IDS.inbox} tabIndex={-1}>
          {words.title}
        </h2>
        {inbox.loaded.value && <span class="count">{inbox.openCount}</span>}
      </div>
      <InboxFind desk={desk} />
      <div class="inbox-scroll scroll">
        {desk.search.active.value ? <SearchResults desk={desk} /> : <Lines desk={desk} />}
      </div>
    </section>
  );
}

function Lines({ desk }: { desk: DeskModel }) {
  const { inbox } = desk;
  const { route } = useLocation();
  const entries = inbox.entries.value;

  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
    const id = step && inbox.neighbour(step);
    if (!id) return;
    event.preventDefault();
    goToRow(desk, route, id);
  }

  if (!inbox.loaded.value) return <Skeleton lines={8} />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the lines inside are links; arrows only move between them.
    <div onKeyDown={onKeyDown}>
      {entries.length <= 1 && <EmptyInbox desk={desk} />}
      <VirtualList
        platform={desk.platform}
        items={entries}
        keyOf={(entry) => entry.key}
        heightOf={heightOf}
        revealed={inbox.revealed}
        onNearEnd={() => inbox.more()}
        render={(entry) => (
          <Entry desk={desk} entry={entry} onAccept={(id) => void acceptOffer(desk, route, id)} />
        )}
      />
      <ClosedFoot desk={desk} />
    </div>
  );
}

/** Opens a line, brings it into sight and puts the focus on it. */
export function goToRow(desk: DeskModel, route: (path: string) => void, id: ConversationId): void {
  desk.inbox.reveal(id);
  route(PATHS.conversation(id));
  // The line may have to be drawn first.
  desk.platform.environment.setTimer(() => desk.platform.focus(ELEMENT_IDS.row(id)), 0);
}

function heightOf(entry: InboxEntry): number {
  if (entry.kind === 'head') return HEIGHTS.head;
  return entry.section === 'offers' ? HEIGHTS.offer : HEIGHTS.row;
}

function Entry(props: { desk: DeskModel; entry: InboxEntry; onAccept: (id: ConversationId) => void }) {
  const { desk, entry, onAccept } = props;
  if (entry.kind === 'row')
    return <InboxLine desk={desk} row={entry.row} section={entry.section} onAccept={onAccept} />;
  const words = texts().inbox.sections;
  const { open } = desk.inbox.closed.value;
  return (
    <h3 class={`section-head ${entry.section}`}>
      {entry.section === 'closed' ? (
        <button
          type="button"
          class="fold"
          aria-expanded={open}
          onClick={() => void desk.inbox.toggleClosed()}
        >
          <Icon name="chevron" />
          {words.closed}
        </button>
      ) : (
        <>
          {words[entry.section]} <span class="count">{entry.count}</span>
        </>
      )}
    </h3>
  );
}

/** What stands below the closed conversations while they are read, or when there are none. */
function ClosedFoot({ desk }: { desk: DeskModel }) {
  const { inbox } = desk;
  const words = texts();
  const { open, busy, error } = inbox.closed.value;
  if (!open) return null;
  const none = !inbox.sections.value.some(({ key }) => key === 'closed');
  if (busy && none) return <Skeleton lines={3} />;
  if (error) {
    return (
      <Note
        tone="danger"
        action={
          <Button small icon="refresh" onClick={() => inbox.more()}>
            {words.common.retry}
          </Button>
        }
      >
        {describeError(error, words)}
      </Note>
    );
  }
  return none && !busy ? <p class="inbox-none muted">{words.inbox.noClosed}</p> : null;
}

function EmptyInbox({ desk }: { desk: DeskModel }) {
  const words = texts();
  if (desk.inbox.filter.value !== NO_FILTER) {
    return (
      <div class="inbox-empty">
        <Icon name="filter" size={20} />
        <p>{words.filter.nothing}</p>
        <Button onClick={() => (desk.inbox.filter.value = NO_FILTER)}>{words.filter.clear}</Button>
      </div>
    );
  }
  const available = desk.client.presence.value === 'available';
  return (
    <div class="inbox-empty">
      <Icon name={available ? 'inbox' : 'pause'} size={20} />
      <p>{available ? words.inbox.emptyAvailable : words.inbox.emptyAway}</p>
      {!available && (
        <Button onClick={() => void desk.setPresence('available')}>{words.inbox.goAvailable}</Button>
      )}
    </div>
  );
}
