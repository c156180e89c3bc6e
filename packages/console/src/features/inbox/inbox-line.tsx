import type { ConversationId, InboxRow } from '@baton/shared-types';
import { useComputed } from '@preact/signals';
import { texts } from '../../i18n/texts.js';
import { PATHS } from '../../paths.js';
import { Avatar } from '../../ui/avatar.js';
import { Button } from '../../ui/button.js';
import { ELEMENT_IDS } from '../../ui/element-ids.js';
import { Icon } from '../../ui/icon.js';
import { TierMark } from '../../ui/tier-mark.js';
import type { DeskModel } from '../workspace/desk-model.js';
import type { SectionKey } from './inbox-sections.js';
import { offerTime, waitingTime } from './waiting-time.js';
import './inbox-line.css';

interface InboxLineProps {
  readonly desk: DeskModel;
  readonly row: InboxRow;
  readonly section: SectionKey;
  readonly onAccept: (id: ConversationId) => void;
}

export function InboxLine({ desk, row, section, onAccept }: InboxLineProps) {
  const words = texts().inbox;
  const selected = desk.inbox.selected.value === row.conversationId;
  const offered = section === 'offers';
  const unread = desk.inbox.isUnread(row);
  const unanswered = section === 'mine' && row.lastFrom === 'visitor';
  return (
    <div
      class={`inbox-line ${offered ? 'offered' : ''} ${selected ? 'selected' : ''} ${unanswered ? 'unanswered' : ''} ${unread ? 'unread' : ''}`}
    >
      <a
        id={ELEMENT_IDS.row(row.conversationId)}
        href={PATHS.conversation(row.conversationId)}
        aria-current={selected ? 'true' : undefined}
      >
        <Avatar name={row.label} />
        <span class="line-body">
          <span class="line-top">
            {unread && <span class="unread-dot" role="img" aria-label={texts().filter.unreadMark} />}
            <bdi class="line-label">{row.label}</bdi>
            {row.tier && <TierMark tier={row.tier} />}
            <RowTime desk={desk} row={row} />
          </span>
          <span class="line-last" dir="auto">
            {prefixOf(row, desk)}
            {row.lastText}
          </span>
          {!offered && (
            <span class="line-foot">
              <span class="line-owner">{ownerOf(row, desk)}</span>
              {row.handoff && <span>{words.reasons[row.handoff.reason]}</span>}
              <span class="line-site">{row.siteName}</span>
            </span>
          )}
        </span>
      </a>
      {offered && (
        <>
          <div class="line-offer">
            <OfferLeft desk={desk} row={row} />
            <Button
              look="primary"
              small
              class="line-accept"
              label={`${words.accept}: ${row.label}`}
              onClick={() => onAccept(row.conversationId)}
            >
              {words.accept} <span class="key-hint" data-key="A" aria-hidden="true" />
            </Button>
          </div>
          <DeadlineBar desk={desk} row={row} />
        </>
      )}
    </div>
  );
}

/** Only this text node moves each second; the row itself is not drawn again. */
function RowTime({ desk, row }: { desk: DeskModel; row: InboxRow }) {
  const words = texts();
  const time = waitingTime(row, { now: desk.clock.now.value, me: desk.inbox.me }, words.time);
  return (
    <time
      class={`line-time ${time.waits ? 'waits' : ''}`}
      dateTime={row.lastAt}
      title={time.waits ? words.inbox.waitingFor(time.text) : undefined}
    >
      {time.text}
    </time>
  );
}

function OfferLeft({ desk, row }: { desk: DeskModel; row: InboxRow }) {
  const left = offerTime(row, desk.clock.now.value);
  const words = texts().inbox;
  return (
    <>
      {left && <span class={`line-left ${left.urgency}`}>{words.secondsLeft(left.secondsLeft)}</span>}
      <span class="line-reason">{row.handoff && words.reasons[row.handoff.reason]}</span>
    </>
  );
}

/** The words beside it say the same, so the bar is for the eye only. */
export function DeadlineBar({ desk, row }: { desk: DeskModel; row: InboxRow }) {
  const left = useComputed(() => offerTime(row, desk.clock.now.value));
  if (!left.value) return null;
  const { fraction, urgency } = left.value;
  return (
    <span class={`deadline ${urgency}`} aria-hidden="true">
      <span style={{ transform: `scaleX(${fraction.toFixed(3)})` }} />
    </span>
  );
}

function prefixOf(row: InboxRow, desk: DeskModel): string {
  const words = texts().inbox;
  const mine = row.lastFrom === 'agent' && row.owner.kind === 'agent' && row.owner.id === desk.inbox.me;
  return mine ? words.fromMe : words.from[row.lastFrom];
}

function ownerOf(row: InboxRow, desk: DeskModel) {
  const words = texts();
  switch (row.owner.kind) {
    case 'agent': {
      const name = row.owner.id === desk.inbox.me ? words.common.you : row.owner.name;
      return (
        <>
          <Icon name="person" label={words.inbox.ownerIs(name)} />
          <bdi>{name}</bdi>
        </>
      );
    }
    case 'assistant':
      return (
        <>
          <Icon name="spark" />
          {words.conversation.assistant}
        </>
      );
    case 'queue':
      return (
        <>
          <Icon name="inbox" />
          {words.inbox.sections.waiting}
        </>
      );
  }
}
