import type { Citation } from '@baton/shared-types';
import { useMemo } from 'preact/hooks';
import { safeLink } from '../../core/markdown/safe-link.js';
import { settledText } from '../../core/settled-text.js';
import type { ThreadMessage } from '../../core/thread.js';
import type { Chat } from '../chat.js';
import { Markdown, OutsideLink } from '../markdown/markdown.js';
import { Dots } from './dots.js';

interface MessageProps {
  readonly chat: Chat;
  readonly message: ThreadMessage;
  readonly own: boolean;
}

/** One message. Focusable, so that a tap or the keyboard brings up its time. */
export function Message({ chat, message, own }: MessageProps) {
  const text = message.state === 'streaming' ? settledText(message.text) : message.text;
  // A stream changes one message many times a second; the others are not read again for it.
  const words = useMemo(() => (own ? text : <Markdown text={text} />), [own, text]);
  return (
    <div class="message" data-key={message.key} tabIndex={-1}>
      <div class="bubble" dir="auto">
        {chat.files.value?.(message) ?? (text ? words : <Dots />)}
        {message.interrupted && <p class="small">{chat.texts.interrupted}</p>}
        {!!message.citations?.length && <Citations chat={chat} citations={message.citations} />}
      </div>
      {!!message.at && (
        <time class="time" dateTime={new Date(message.at).toISOString()}>
          {chat.formatTime(message.at)}
        </time>
      )}
    </div>
  );
}

function Citations({ chat, citations }: { chat: Chat; citations: readonly Citation[] }) {
  return (
    <p class="small sources">
      {chat.texts.sources}:
      {citations.map(({ title, url }) => {
        const href = url && safeLink(url);
        return href ? <OutsideLink href={href} text={title} /> : <span>{title}</span>;
      })}
    </p>
  );
}
