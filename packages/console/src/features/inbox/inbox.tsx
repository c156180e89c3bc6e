import { useLocation } from 'preact-iso';
import { describeError } from '../../api/describe-error.js';
import { texts } from '../../i18n/texts.js';
import { PATHS } from '../../paths.js';
import { Button } from '../../ui/button.js';
import { ELEMENT_IDS } from '../../ui/element-ids.js';
import { Icon } from '../../ui/icon.js';
import { Note } from '../../ui/note.js';
import { Skeleton } from '../../ui/skeleton.js';
import { acceptOffer } from '../workspace/accept-offer.js';
import type { DeskModel } from '../workspace/desk-model.js';
import { InboxLine } from './inbox-line.js';
import type { InboxSection } from './inbox-sections.js';
import './inbox.css';

export function Inbox({ desk }: { desk: DeskModel }) {
  const { inbox } = desk;
  const { route } = useLocation();
  const words = texts().inbox;
  const open = inbox.sections.value.filter(({ key }) => key !== 'closed');

  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
    const id = step && inbox.neighbour(step);
    if (!id) return;
    event.preventDefault();
    route(PATHS.conversation(id));
    desk.platform.focus(ELEMENT_IDS.row(id));
  }

  return (
    <section class="pane inbox" aria-label={words.title} onKeyDown={onKeyDown}>
      <div class="pane-head">
        <h2 id={ELEMENT_IDS.inbox} tabIndex={-1}>
          {words.title}
        </h2>
        {inbox.loaded.value && <span class="count">{inbox.openCount}</span>}
      </div>
      <div class="inbox-scroll scroll">
        {!inbox.loaded.value && <Skeleton lines={8} />}
        {inbox.loaded.value && open.length === 0 && <EmptyInbox desk={desk} />}
        {open.map((section) => (
          <Section
            key={section.key}
            desk={desk}
            section={section}
            onAccept={(id) => void acceptOffer(desk, route, id)}
          />
        ))}
        {inbox.loaded.value && <ClosedSection desk={desk} />}
      </div>
    </section>
  );
}

function Section(props: {
  desk: DeskModel;
  section: InboxSection;
  onAccept: (id: InboxSection['rows'][number]['conversationId']) => void;
}) {
  const { desk, section, onAccept } = props;
  return (
    <section class={`inbox-section ${section.key}`}>
      <h3>
        {texts().inbox.sections[section.key]} <span class="count">{section.rows.length}</span>
      </h3>
      <ul>
        {section.rows.map((row) => (
          <InboxLine
            key={row.conversationId}
            desk={desk}
            row={row}
            section={section.key}
            onAccept={onAccept}
          />
        ))}
      </ul>
    </section>
  );
}

function ClosedSection({ desk }: { desk: DeskModel }) {
  const { inbox } = desk;
  const words = texts().inbox;
  const { open, busy, error } = inbox.closed.value;
  const section = inbox.sections.value.find(({ key }) => key === 'closed');
  return (
    <section class="inbox-section closed">
      <h3>
        <button type="button" class="fold" aria-expanded={open} onClick={() => void inbox.toggleClosed()}>
          <Icon name="chevron" />
          {words.sections.closed}
        </button>
      </h3>
      {open && busy && !section && <Skeleton lines={3} />}
      {open && error && (
        <Note
          tone="danger"
          action={
            <Button small onClick={() => void inbox.toggleClosed()}>
              {texts().common.close}
            </Button>
          }
        >
          {describeError(error, texts())}
        </Note>
      )}
      {open && !busy && !error && !section && <p class="inbox-none muted">{words.noClosed}</p>}
      {open && section && (
        <ul>
          {section.rows.map((row) => (
            <InboxLine key={row.conversationId} desk={desk} row={row} section="closed" onAccept={() => {}} />
          ))}
        </ul>
      )}
    </section>
  );
}

function EmptyInbox({ desk }: { desk: DeskModel }) {
  const words = texts().inbox;
  const available = desk.client.presence.value === 'available';
  return (
    <div class="inbox-empty">
      <Icon name={available ? 'inbox' : 'pause'} size={20} />
      <p>{available ? words.emptyAvailable : words.emptyAway}</p>
      {!available && <Button onClick={() => void desk.setPresence('available')}>{words.goAvailable}</Button>}
    </div>
  );
}
