import type { SearchHit } from '@baton/shared-types';
import { useLocation } from 'preact-iso';
import { describeError } from '../../api/describe-error.js';
import { dayOrTime } from '../../i18n/format-time.js';
import { texts } from '../../i18n/texts.js';
import { PATHS } from '../../paths.js';
import { Avatar } from '../../ui/avatar.js';
import { Button } from '../../ui/button.js';
import { Note } from '../../ui/note.js';
import { Skeleton } from '../../ui/skeleton.js';
import { TierMark } from '../../ui/tier-mark.js';
import type { DeskModel } from '../workspace/desk-model.js';
import { LEAST_CHARACTERS } from './search-model.js';
import './search.css';

/** What was found, each with the words where they stand; opening one jumps there. */
export function SearchResults({ desk }: { desk: DeskModel }) {
  const { search } = desk;
  const words = texts().search;
  const hits = search.hits.value;
  const isShort = search.text.value.trim().length < LEAST_CHARACTERS;
  return (
    <div class="search-results">
      <p class="search-state muted" role="status">
        {isShort
          ? words.tooShort
          : hits && hits.length > 0 && words.found(hits.length, search.next.value !== null)}
      </p>
      {search.error.value && <Note tone="danger">{describeError(search.error.value, texts())}</Note>}
      {!hits && search.busy.value && <Skeleton lines={4} />}
      {hits?.length === 0 && !search.busy.value && <p class="inbox-none muted">{words.none}</p>}
      {search.behind.value > 0 && hits && <p class="inbox-none muted">{words.behind(search.behind.value)}</p>}
      {hits && hits.length > 0 && (
        <ul>
          {hits.map((hit) => (
            <Hit key={hit.row.conversationId} desk={desk} hit={hit} />
          ))}
        </ul>
      )}
      {search.next.value && (
        <Button class="search-more" busy={search.busy.value} onClick={() => void search.more()}>
          {words.more}
        </Button>
      )}
    </div>
  );
}

function Hit({ desk, hit }: { desk: DeskModel; hit: SearchHit }) {
  const { row, message } = hit;
  const { route } = useLocation();
  const words = texts();
  const selected = desk.inbox.selected.value === row.conversationId;
  const path = PATHS.conversation(row.conversationId);
  return (
    <li class={`inbox-line ${selected ? 'selected' : ''}`}>
      <a
        href={path}
        aria-current={selected ? 'true' : undefined}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          desk.show(row.conversationId);
          route(path);
          if (!message) return;
          const { messageId, wordStart: start, wordEnd: end } = message;
          desk.file.peek()?.conversation.showEvidence({ messageId, start, end, quote: '' });
        }}
      >
        <Avatar name={row.label} />
        <span class="line-body">
          <span class="line-top">
            <bdi class="line-label">{row.label}</bdi>
            {row.tier && <TierMark tier={row.tier} />}
            <time class="line-time" dateTime={message?.at ?? row.lastAt}>
              {dayOrTime(message?.at ?? row.lastAt, desk.clock.now.peek())}
            </time>
          </span>
          <span class="hit-excerpt" dir="auto">
            {message ? (
              <>
                {message.excerpt.slice(0, message.start)}
                <mark>{message.excerpt.slice(message.start, message.end)}</mark>
                {message.excerpt.slice(message.end)}
              </>
            ) : (
              <em>{words.search.inLabel}</em>
            )}
          </span>
          <span class="line-foot">
            <span>{statusOf(row.status)}</span>
            <span class="line-site">{row.siteName}</span>
          </span>
        </span>
      </a>
    </li>
  );
}

function statusOf(status: 'open' | 'closed'): string {
  const words = texts();
  return status === 'closed' ? words.conversation.owner.closed : words.inbox.openStatus;
}
