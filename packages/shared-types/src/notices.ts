import type { Bundle } from './bundle.js';
import type { WireError } from './errors.js';
import type { LogBatch } from './events.js';
import type { AgentId, ConversationId, MessageId } from './ids.js';
import type { InboxRow } from './inbox.js';
import type { Colleague, QueuePlace } from './routing.js';

/** Names of what the server tells its clients unasked. Streams are `start / delta / end`. */
export const NOTICE = {
  logAppended: 'log.appended',
  logHead: 'log.head',
  streamStart: 'stream.start',
  streamDelta: 'stream.delta',
  streamEnd: 'stream.end',
  typingChanged: 'typing.changed',
  inboxChanged: 'inbox.changed',
  queueChanged: 'queue.changed',
  presenceChanged: 'presence.changed',
  viewersChanged: 'viewers.changed',
  briefingReady: 'briefing.ready',
  sessionEnded: 'session.ended',
} as const;

export interface Notices {
  readonly 'log.appended': LogBatch;
  /** A heartbeat with the last `seq`; whoever is behind reads the log. */
  readonly 'log.head': { readonly conversationId: ConversationId; readonly head: number };
  /** The assistant begins to speak. The final message carries the same id and replaces the stream. */
  readonly 'stream.start': { readonly conversationId: ConversationId; readonly messageId: MessageId };
  /** `offset` is where `text` begins in the message, in UTF-16 units. */
  readonly 'stream.delta': { readonly messageId: MessageId; readonly offset: number; readonly text: string };
  /** The stream is over; without a final message of that id within the log it was discarded. */
  readonly 'stream.end': { readonly messageId: MessageId };
  readonly 'typing.changed': {
    readonly conversationId: ConversationId;
    readonly who: 'visitor' | 'agent' | 'assistant';
    readonly name: string | null;
    readonly on: boolean;
    /** Of an agent, to colleagues. */
    readonly agentId?: AgentId;
  };
  readonly 'inbox.changed': { readonly rows: readonly InboxRow[] };
  /** Where the visitor stands in the queue; null: they do not wait. To the visitor and to agents who follow. */
  readonly 'queue.changed': { readonly conversationId: ConversationId; readonly place: QueuePlace | null };
  /** A colleague's state or load has changed. To agents. */
  readonly 'presence.changed': { readonly colleague: Colleague };
  /** Who has the conversation open. To agents who have it open, too. */
  readonly 'viewers.changed': {
    readonly conversationId: ConversationId;
    readonly viewers: readonly { readonly id: AgentId; readonly name: string }[];
  };
  /** The briefing of a lead that has just been offered to you. */
  readonly 'briefing.ready': { readonly bundle: Bundle };
  /** The server will close this connection. With `retry` the client reconnects, without it stops. */
  readonly 'session.ended': { readonly error: WireError; readonly retry: boolean };
}
