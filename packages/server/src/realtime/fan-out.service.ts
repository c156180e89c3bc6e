import {
  type ConversationId,
  type LogBatch,
  type LogEvent,
  type MessageId,
  NAMESPACE,
  NOTICE,
  type Notices,
} from '@baton/shared-types';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Namespace, Server } from 'socket.io';
import { type Committed, ConversationBus, type EphemeralSignals } from '../conversations/index.js';
import { Metrics } from '../observability/index.js';
import { room } from './rooms.js';

/**
 * Tells clients what has been committed, and the ephemeral signals. The log is the truth: whatever is lost
 * here, a client notices by the range of the next batch or by the heartbeat, and reads it from the log.
 */
@Injectable()
export class FanOut implements EphemeralSignals, OnApplicationShutdown {
  private server: Server | null = null;
  private readonly unsubscribe: () => void;

  constructor(
    @Inject(ConversationBus) bus: ConversationBus,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {
    this.unsubscribe = bus.subscribe((committed) => this.publish(committed));
  }

  attach(server: Server): void {
    this.server = server;
  }

  onApplicationShutdown(): void {
    this.unsubscribe();
  }

  streamStart(conversationId: ConversationId, messageId: MessageId): void {
    this.toBoth(conversationId, NOTICE.streamStart, { conversationId, messageId });
  }

  streamDelta(conversationId: ConversationId, messageId: MessageId, offset: number, text: string): void {
    this.toBoth(conversationId, NOTICE.streamDelta, { messageId, offset, text });
  }

  streamEnd(conversationId: ConversationId, messageId: MessageId): void {
    this.toBoth(conversationId, NOTICE.streamEnd, { messageId });
  }

  typing(
    conversationId: ConversationId,
    who: 'visitor' | 'agent' | 'assistant',
    name: string | null,
    on: boolean,
  ): void {
    const notice = { conversationId, who, name, on };
    // Nobody is told of their own typing.
    if (who !== 'visitor') this.emit(NAMESPACE.visitor, conversationId, NOTICE.typingChanged, notice);
    if (who !== 'agent') this.emit(NAMESPACE.agent, conversationId, NOTICE.typingChanged, notice);
  }

  namespace(name: (typeof NAMESPACE)[keyof typeof NAMESPACE]): Namespace | null {
    return this.server?.of(name) ?? null;
  }

  private publish({ state, events }: Committed): void {
    const [first] = events;
    const last = events.at(-1);
    if (!first || !last) return;
    for (const event of events) this.count(event);
    const range = { conversationId: state.id, from: first.seq - 1, to: last.seq };
    const open = events.filter((event) => event.audience === 'public');
    const forVisitor: LogBatch = { ...range, events: open };
    // To the visitor and not to the conversation: the tab that did not begin it follows it only from now on.
    this.server?.of(NAMESPACE.visitor).to(room.visitor(state.visitorId)).emit(NOTICE.logAppended, forVisitor);
    this.emit(NAMESPACE.agent, state.id, NOTICE.logAppended, { ...range, events });
  }

  private count(event: LogEvent): void {
    if (event.type === 'message.sent') this.metrics.messages.inc({ sender: event.actor.kind });
    else if (event.type.startsWith('handoff.')) this.metrics.handoffs.inc({ event: event.type });
  }

  private toBoth<N extends keyof Notices>(conversationId: ConversationId, name: N, notice: Notices[N]): void {
    this.emit(NAMESPACE.visitor, conversationId, name, notice);
    this.emit(NAMESPACE.agent, conversationId, name, notice);
  }

  private emit<N extends keyof Notices>(
    namespace: (typeof NAMESPACE)[keyof typeof NAMESPACE],
    conversationId: ConversationId,
    name: N,
    notice: Notices[N],
  ): void {
    this.server?.of(namespace).to(room.conversation(conversationId)).emit(name, notice);
  }
}
