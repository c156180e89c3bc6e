import { useSignal, useSignalEffect } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { texts } from '../../i18n/texts.js';
import { Button } from '../../ui/button.js';
import { ELEMENT_IDS } from '../../ui/element-ids.js';
import { Skeleton } from '../../ui/skeleton.js';
import { DecisionLineView } from './decision-line.js';
import type { FileProps } from './file-props.js';
import { NoteLine, OverrideLineView } from './inside-line.js';
import { Message, PendingLine, StreamingLine } from './message.js';
import { Milestone } from './milestone.js';
import type { ThreadItem } from './thread-items.js';

/** Nearer than this to the end counts as reading the end, in CSS pixels. */
const NEAR_END = 60;

/** The log as a person reads it. It sticks to the end only for a reader who was there. */
export function Thread({ desk, file }: FileProps) {
  const { conversation } = file;
  const list = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const newBelow = useSignal(false);
  const shown = useRef<unknown>(null);
  const words = texts().conversation;
  const view = conversation.conversation.view.value;
  const items = conversation.items.value;
  const refused = file.bundle.error.value?.code === 'not_found';
  const last = items.at(-1);
  const tail = last?.kind === 'streaming' ? `${last.key}:${last.text.length}` : last?.key;

  function toEnd() {
    const element = list.current;
    if (element) element.scrollTop = element.scrollHeight;
    newBelow.value = false;
  }

  useLayoutEffect(() => {
    if (atEnd.current || last?.kind === 'pending') toEnd();
    else newBelow.value = true;
  }, [tail]);

  // The composer grows and shrinks under the thread; whoever reads the end keeps reading it.
  useLayoutEffect(() => {
    if (!list.current) return undefined;
    return desk.platform.onResize(list.current, () => {
      if (atEnd.current) toEnd();
    });
  }, [desk]);

  useSignalEffect(() => {
    const highlight = conversation.highlight.value;
    // Words found by a search are asked for before the conversation is there.
    if (!highlight || !conversation.conversation.view.value) return;
    // Once for each time it is asked for: a line that comes later takes nobody's focus away.
    if (shown.current === highlight) return;
    desk.panes.front.value = desk.panes.front.peek() === 'inbox' ? 'inbox' : 'conversation';
    // The mark is drawn in this same turn of signals; one frame later it is there to be scrolled to.
    return desk.platform.environment.setTimer(() => {
      shown.current = highlight;
      const message = list.current?.querySelector(`#${ELEMENT_IDS.message(highlight.messageId)}`);
      if (!(message instanceof HTMLElement)) return;
      message.focus({ preventScroll: true });
      (message.querySelector('mark.active') ?? message).scrollIntoView({
        block: 'center',
        behavior: desk.platform.calm() ? 'auto' : 'smooth',
      });
    }, 30);
  });

  return (
    <div class="thread-frame">
      <div
        ref={list}
        id={ELEMENT_IDS.thread}
        class="thread scroll"
        role="log"
        aria-label={words.thread}
        aria-live="off"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a log that scrolls must be reachable by keyboard.
        tabIndex={0}
        onScroll={(event) => {
          const { scrollHeight, scrollTop, clientHeight } = event.currentTarget;
          atEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_END;
          if (atEnd.current) newBelow.value = false;
        }}
      >
        {!view && (refused ? <p class="thread-start">{words.missing}</p> : <Skeleton lines={6} />)}
        {view?.page && (
          <p class="thread-start">
            {words.started(view.page.title || view.page.url)}
            <span class="muted" title={view.page.url}>
              {' '}
              {hostOf(view.page.url)}
            </span>
          </p>
        )}
        {view && items.length === 0 && <p class="thread-start muted">{words.empty}</p>}
        {items.map((item) => (
          <Item key={item.key} item={item} desk={desk} file={file} />
        ))}
        <Typing desk={desk} file={file} />
      </div>
      <Announcer file={file} />
      {newBelow.value && (
        <Button class="new-below" icon="arrowDown" small onClick={toEnd}>
          {words.newBelow}
        </Button>
      )}
    </div>
  );
}

function Item({ item, desk, file }: FileProps & { item: ThreadItem }) {
  switch (item.kind) {
    case 'message':
      return <Message message={item.message} continued={item.continued} desk={desk} file={file} />;
    case 'milestone':
      return <Milestone milestone={item.milestone} />;
    case 'decision':
      return <DecisionLineView line={item.line} file={file} />;
    case 'note':
      return <NoteLine note={item.note} />;
    case 'override':
      return <OverrideLineView line={item.line} file={file} />;
    case 'streaming':
      return <StreamingLine text={item.text} continued={item.continued} />;
    case 'pending':
      return <PendingLine message={item.message} file={file} />;
  }
}

function Typing({ desk, file }: FileProps) {
  const typing = file.conversation.conversation.peerTyping.value;
  if (!typing || typing.who === 'assistant') return null;
  const label = desk.inbox.rowOf(file.conversation.conversationId)?.label;
  const name = typing.name ?? (typing.who === 'visitor' ? (label ?? texts().conversation.visitor) : '');
  return (
    <p class="typing muted">
      <span class="typing-dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      <bdi>{texts().conversation.typing(name)}</bdi>
    </p>
  );
}

/** Reads each finished message of the visitor aloud, once; streamed text is never announced piece by piece. */
function Announcer({ file }: { file: FileProps['file'] }) {
  const messages = file.conversation.conversation.view.value?.messages;
  const last = messages?.at(-1);
  const heard = useRef(last?.messageId);
  const fresh = last && last.messageId !== heard.current && last.actor.kind === 'visitor';
  return (
    <div class="hidden-visually" role="status">
      {fresh ? `${texts().conversation.visitor}: ${last.text}` : ''}
    </div>
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
