import type { ConversationView, QueuePlace } from '@baton/shared-types';
import { type Signal, signal } from '@preact/signals-core';
import type { ConversationReplica } from './contract.js';
import { createLogReplica, type LogReplica, type LogReplicaOptions } from './log-replica.js';
import { createPeerTyping } from './peer-typing.js';
import { createStreamMerge } from './stream-merge.js';
import type { Notice } from './transport.js';

export interface ConversationReplicaOptions extends LogReplicaOptions {
  /** The reader's own kind: its typing comes from another tab and is nobody else's. */
  readonly reader: 'visitor' | 'agent';
}

/** Everything one reader sees of a conversation except what it has not sent yet. */
export interface FollowedConversation extends Omit<ConversationReplica, 'pending'>, LogReplica {
  /** Where the visitor stands in the queue, as the server said last; null: they do not wait. */
  readonly place: Signal<QueuePlace | null>;
  /** Takes any notice about this conversation; others have no effect here. */
  notice(notice: Notice): void;
  /** The connection is gone: what was being spoken will not be complete. */
  interrupt(): void;
  /** Reads what was missed, then drops what only lived in the lost connection. */
  catchUp(): Promise<void>;
  /** Forgets the conversation. */
  clear(): void;
}

/** The log, the message that is being spoken and who is typing, kept in step. */
export function createConversationReplica(options: ConversationReplicaOptions): FollowedConversation {
  const log = createLogReplica({ ...options, advanced });
  const stream = createStreamMerge();
  const typing = createPeerTyping(options.environment);
  const place = signal<QueuePlace | null>(null);
  let interrupted = false;

  function advanced(view: ConversationView, cursor: number): void {
    const speaking = stream.streaming.peek()?.messageId;
    if (view.messages.some(({ messageId }) => messageId === speaking)) stream.clear();
    if (view.messages.at(-1)?.actor.kind === typing.peerTyping.peek()?.who) typing.clear();
    options.advanced(view, cursor);
  }

  function follows(conversationId: string): boolean {
    const view = log.view.peek();
    return view === null || view.conversationId === conversationId;
  }

  function notice({ name, payload }: Notice): void {
    switch (name) {
      case 'log.appended':
        log.receive(payload);
        return;
      case 'log.head':
        log.head(payload.conversationId, payload.head);
        return;
      case 'stream.start': {
        const known = log.view.peek()?.messages.some(({ messageId }) => messageId === payload.messageId);
        if (!known && follows(payload.conversationId)) stream.start(payload.messageId);
        return;
      }
      case 'stream.delta':
        stream.delta(payload);
        return;
      case 'stream.end':
        // The log says whether it was spoken or discarded; the final message clears it by itself.
        if (stream.streaming.peek()?.messageId !== payload.messageId) return;
        stream.interrupt();
        void log.repair().then(() => stream.clear(payload.messageId));
        return;
      case 'typing.changed':
        if (follows(payload.conversationId) && payload.who !== options.reader) typing.changed(payload);
        return;
      case 'queue.changed':
        if (follows(payload.conversationId)) place.value = payload.place;
        return;
      default:
        return;
    }
  }

  return {
    ...log,
    streaming: stream.streaming,
    peerTyping: typing.peerTyping,
    place,
    notice,
    interrupt() {
      interrupted = true;
      stream.interrupt();
      typing.clear();
    },
    async catchUp() {
      const lost = interrupted ? stream.streaming.peek()?.messageId : undefined;
      interrupted = false;
      await log.repair();
      if (lost !== undefined) stream.clear(lost);
    },
    clear() {
      log.set(null, 0);
      stream.clear();
      typing.clear();
    },
    destroy() {
      log.destroy();
      typing.clear();
    },
  };
}
