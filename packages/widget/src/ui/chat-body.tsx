import { Announcer } from './announcer/announcer.js';
import { Card } from './card/card.js';
import type { Chat } from './chat.js';
import { NoticeLine } from './notice/notice.js';
import { Skeleton } from './skeleton/skeleton.js';
import { Thread } from './thread/thread.js';

/** Everything between header and text box. */
export function ChatBody({ chat }: { chat: Chat }) {
  const { model, texts } = chat;
  const isEmpty = model.isEmpty.value;
  return (
    <>
      <NoticeLine chat={chat} />
      {model.card.value ? (
        <Card chat={chat} />
      ) : isEmpty ? (
        !model.notice.value && <Skeleton label={texts.loading} />
      ) : (
        <Thread chat={chat} />
      )}
      <Announcer chat={chat} />
    </>
  );
}
