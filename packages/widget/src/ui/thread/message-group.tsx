import { Fragment } from 'preact';
import type { Speaker, ThreadItem } from '../../core/thread.js';
import type { Chat } from '../chat.js';
import { Delivery } from './delivery.js';
import { Message } from './message.js';

interface MessageGroupProps {
  readonly chat: Chat;
  readonly group: Extract<ThreadItem, { kind: 'group' }>;
  /** The last of the visitor's: says whether it has been sent. */
  readonly isLastOwn: boolean;
}

/** What one speaker said in one go. */
export function MessageGroup({ chat, group, isLastOwn }: MessageGroupProps) {
  const own = group.speaker.kind === 'visitor';
  return (
    <div class={own ? 'group own' : 'group'}>
      <p class={own ? 'speaker hidden' : 'speaker'} dir="auto">
        {nameOf(group.speaker, chat)}
      </p>
      {group.messages.map((message) => (
        <Fragment key={message.key}>
          <Message chat={chat} message={message} own={own} />
          {own && (
            <Delivery chat={chat} message={message} isLast={isLastOwn && message === group.messages.at(-1)} />
          )}
        </Fragment>
      ))}
    </div>
  );
}

export function nameOf(speaker: Speaker, { texts, assistant, company }: Chat): string {
  const names = {
    visitor: texts.you,
    assistant: assistant.value || texts.assistant,
    company: company.value,
  };
  return speaker.kind === 'agent' ? speaker.name : names[speaker.kind];
}
