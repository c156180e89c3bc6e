import type { PendingMessage, StreamingMessage } from '@baton/client';
import {
  applyEvent,
  type ConversationView,
  emptyView,
  type LogEvent,
  type MessageId,
} from '@baton/shared-types';
import { describe, expect, it } from 'vitest';
import { CONVERSATION, log } from '../playground/script-events.js';
import { continueThread, type ThreadItem, threadOf } from './thread.js';

const buildThread = (
  view: ConversationView | null,
  streaming: StreamingMessage | null,
  pending: readonly PendingMessage[],
) => continueThread(threadOf(view), view, streaming, pending);

const fold = (events: readonly LogEvent[]) => events.reduce(applyEvent, emptyView(CONVERSATION));
const pending = (clientId: string, state: PendingMessage['state'] = 'sent'): PendingMessage => ({
  clientId,
  text: clientId,
  kind: 'text',
  state,
  error: null,
});

/** `visitor: a, b` for a group, `— waiting` for a milestone. */
const shape = (items: readonly ThreadItem[]) =>
  items.map((item) =>
    item.kind === 'milestone'
      ? `— ${item.milestone.kind}`
      : `${item.speaker.kind}: ${item.messages.map((message) => message.text).join(', ')}`,
  );

describe('the thread', () => {
  it('groups a speaker within two minutes and not beyond', () => {
    const view = fold([
      log.visitor('a', { after: 0, minutesAgo: 9 }),
      log.visitor('b', { after: 1, minutesAgo: 8 }),
      log.visitor('c', { after: 2, minutesAgo: 5 }),
      log.assistant('d', { after: 3, minutesAgo: 5 }),
    ]);
    expect(shape(buildThread(view, null, []))).toEqual(['visitor: a, b', 'visitor: c', 'assistant: d']);
  });

  it('puts milestones where they happened; they part groups', () => {
    const view = fold([
      log.assistant('a', { after: 0 }),
      log.handoffRequested({ after: 1 }),
      log.assistant('b', { after: 2 }),
    ]);
    expect(shape(buildThread(view, null, []))).toEqual(['assistant: a', '— waiting', 'assistant: b']);
  });

  it('shows what is spoken after the log and what is on its way after that', () => {
    const view = fold([log.visitor('a', { after: 0 })]);
    const streaming = { messageId: 'msg_9' as MessageId, text: 'speaking' };
    expect(shape(buildThread(view, streaming, [pending('x')]))).toEqual([
      'visitor: a',
      'assistant: speaking',
      'visitor: x',
    ]);
  });

  it('I22: says of a message that could not be stored that it waits in this page alone', () => {
    const states = (message: PendingMessage) =>
      buildThread(null, null, [message]).flatMap((item) =>
        item.kind === 'group' ? item.messages.map(({ state }) => state) : [],
      );
    expect(states(pending('x', 'queued'))).toEqual(['queued']);
    expect(states({ ...pending('x', 'queued'), unsaved: true })).toEqual(['unsaved']);
    expect(states({ ...pending('x', 'sent'), unsaved: true })).toEqual(['sent']);
  });

  it('does not show a stream beside the finished message of the same id', () => {
    const finished = log.assistant('whole', { after: 0 });
    const streaming = { messageId: finished.data.messageId, text: 'who' };
    expect(shape(buildThread(fold([finished]), streaming, []))).toEqual(['assistant: whole']);
  });

  it('keeps the key of a message from the outbox to the log and of a stream to its message', () => {
    const keys = (items: readonly ThreadItem[]) =>
      items.flatMap((item) => (item.kind === 'group' ? item.messages.map((message) => message.key) : []));
    const finished = log.assistant('whole', { after: 1 });
    const before = buildThread(null, { messageId: finished.data.messageId, text: 'w' }, [pending('x')]);
    const after = buildThread(fold([log.visitor('x', { after: 0, clientId: 'x' }), finished]), null, []);
    expect(keys(after).toSorted()).toEqual(keys(before).toSorted());
  });

  it('does not put two agents into one group', () => {
    const first = log.agent('a', { after: 0 });
    const second = log.agent('b', { after: 1 });
    const other = { ...second, actor: { ...second.actor, name: 'Somebody else' } } as LogEvent;
    expect(buildThread(fold([first, other]), null, [])).toHaveLength(2);
  });

  it('keeps what a stream does not add to: the same objects, however far it has come', () => {
    const view = fold([
      log.visitor('a', { after: 0, minutesAgo: 9 }),
      log.assistant('b', { after: 1, minutesAgo: 5 }),
      log.visitor('c', { after: 2 }),
    ]);
    const stored = threadOf(view);
    const streaming = { messageId: 'msg_spoken' as MessageId, text: 'word' };
    const items = continueThread(stored, view, streaming, [pending('x')]);
    expect(shape(items)).toEqual([
      'visitor: a',
      'assistant: b',
      'visitor: c',
      'assistant: word',
      'visitor: x',
    ]);
    for (const [index, item] of stored.entries()) expect(items[index]).toBe(item);
  });
});
