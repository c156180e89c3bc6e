import type { VNode } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import type { ThreadItem } from '../../core/thread.js';
import { Answer } from '../answer/answer.js';
import type { Chat } from '../chat.js';
import { Icon, PATH } from '../icon/icon.js';
import { Intro } from '../intro/intro.js';
import { QuickReplies } from '../quick-replies/quick-replies.js';
import { Rating } from '../rating/rating.js';
import { MessageGroup } from './message-group.js';
import { Milestone } from './milestone.js';
import { Typing } from './typing.js';
import { useFollowScroll } from './use-follow-scroll.js';

/** The conversation. Live announcements are the announcer's task: a stream would be read out letter by letter. */
export function Thread({ chat }: { chat: Chat }) {
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const { isBehind, toEnd } = useFollowScroll(box, content);
  const items = chat.model.thread.value;
  const drawn = useMemo(() => new WeakMap<ThreadItem, VNode>(), [chat]);
  const lastOwn = items.findLast((item) => item.kind === 'group' && item.speaker.kind === 'visitor');
  // The very element of the last time is one that Preact does not look into again.
  const draw = (item: ThreadItem) => {
    const isLastOwn = item === lastOwn;
    let element = isLastOwn ? null : drawn.get(item);
    if (element) return element;
    element =
      item.kind === 'milestone' ? (
        <Milestone key={item.key} milestone={item.milestone} texts={chat.texts} />
      ) : (
        <MessageGroup key={item.key} chat={chat} group={item} isLastOwn={isLastOwn} />
      );
    if (!isLastOwn) drawn.set(item, element);
    return element;
  };
  return (
    <>
      <div
        ref={box}
        class="log"
        role="log"
        aria-live="off"
        aria-label={chat.texts.log}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
        tabIndex={0}
      >
        <div ref={content} class="content">
          <Intro chat={chat} />
          {items.map(draw)}
          <Typing chat={chat} />
          <QuickReplies chat={chat} />
          <Answer chat={chat} />
          <Rating chat={chat} />
        </div>
      </div>
      {isBehind.value && (
        <button type="button" class="pill" onClick={toEnd}>
          <Icon path={PATH.down} />
          {chat.texts.newMessages}
        </button>
      )}
    </>
  );
}
