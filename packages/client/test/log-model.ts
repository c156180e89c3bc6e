import type {
  ConversationId,
  EventDataByType,
  EventType,
  LogBatch,
  LogEvent,
  MessageId,
  VisitorId,
} from '@baton/shared-types';

/** One log of the server in memory. */
export interface Conversation {
  readonly id: ConversationId;
  log: LogEvent[];
}

/** An event before the log has given it its place. */
export interface Draft {
  readonly type: EventType;
  readonly actor: LogEvent['actor'];
  readonly audience: LogEvent['audience'];
  readonly clientId: string | null;
  readonly data: EventDataByType[EventType];
}

/** Puts events at the end of a log and gives what the visitor may hear of them. */
export function appendTo(conversation: Conversation, drafts: readonly Draft[]): LogBatch {
  const from = conversation.log.length;
  for (const draft of drafts) {
    const seq = conversation.log.length + 1;
    conversation.log.push({
      ...draft,
      id: `evt_${conversation.id}_${seq}`,
      conversationId: conversation.id,
      seq,
      schemaVersion: 1,
      at: '2026-11-20T10:00:00.000Z',
      epoch: 0,
    } as LogEvent);
  }
  return range(conversation, from, conversation.log.length);
}

export function event<T extends EventType>(
  type: T,
  audience: Draft['audience'],
  data: EventDataByType[T],
  clientId: string | null,
): Draft {
  return { type, actor: { kind: 'system' }, audience, clientId, data };
}

export function message(
  messageId: MessageId,
  text: string,
  from: 'visitor' | 'assistant',
  clientId: string | null,
): Draft {
  const data = {
    messageId,
    text,
    kind: 'text' as const,
    origin: from === 'visitor' ? ('human' as const) : ('template' as const),
    asks: null,
    quickReplies: [],
    citations: [],
    interrupted: false,
    turnId: null,
  };
  const actor = from === 'visitor' ? { kind: from, id: 'vis_1' as VisitorId } : { kind: from };
  return { ...event('message.sent', 'public', data, clientId), actor };
}

export function isPublic(entry: LogEvent): boolean {
  return entry.audience === 'public';
}

export function range({ id, log }: Conversation, from: number, to: number): LogBatch {
  return { conversationId: id, from, to, events: log.slice(from, to).filter(isPublic) };
}
