import {
  type ConversationId,
  type LogBatch,
  type LogEvent,
  type MessageId,
  NAMESPACE,
  NOTICE,
  type VisitorId,
} from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import type { Namespace, Server } from 'socket.io';
import { type Committed, ConversationBus, type EphemeralSignals } from '../conversations/index.js';
import { Metrics } from '../observability/index.js';
import {
  type EphemeralNotice,
  NODE_BUS,
  type NodeBus,
  type NodeMessage,
  type Readers,
} from './nodes/node-bus.port.js';
import { room } from './rooms.js';

const EVERYBODY: readonly Readers[] = ['visitor', 'agent'];

/** Listens in beside the sockets, for visitors. */
export interface Ear {
  isListening(visitorId: VisitorId): boolean;
  batch(visitorId: VisitorId, batch: LogBatch): void;
  notice(conversationId: ConversationId, notice: EphemeralNotice): void;
}

/**
 * Tells clients what has been committed, and the ephemeral signals: this node's own at once, the others' through the
 * bus between nodes. The log is the truth: whatever is lost here, a client notices by the range of the next batch or
 * by the heartbeat, and reads it from the log.
 */
@Injectable()
export class FanOut implements EphemeralSignals {
  private server: Server | null = null;
  private readonly ears: Ear[] = [];

  constructor(
    @Inject(ConversationBus) commits: ConversationBus,
    @Inject(NODE_BUS) private readonly nodes: NodeBus,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {
    // For as long as this node commits anything: a turn that ends while it stops is news to the other nodes.
    commits.subscribe((committed) => this.publish(committed));
  }

  attach(server: Server): void {
    this.server = server;
  }

  addEar(ear: Ear): void {
    this.ears.push(ear);
  }

  streamStart(conversationId: ConversationId, messageId: MessageId): void {
    this.signal(conversationId, EVERYBODY, {
      name: NOTICE.streamStart,
      payload: { conversationId, messageId },
    });
  }

  streamDelta(conversationId: ConversationId, messageId: MessageId, offset: number, text: string): void {
    this.signal(conversationId, EVERYBODY, {
      name: NOTICE.streamDelta,
      payload: { messageId, offset, text },
    });
  }

  streamEnd(conversationId: ConversationId, messageId: MessageId): void {
    this.signal(conversationId, EVERYBODY, { name: NOTICE.streamEnd, payload: { messageId } });
  }

  typing(
    conversationId: ConversationId,
    who: 'visitor' | 'agent' | 'assistant',
    name: string | null,
    on: boolean,
  ): void {
    // Nobody is told of their own typing.
    const readers = EVERYBODY.filter((each) => each !== who);
    this.signal(conversationId, readers, {
      name: NOTICE.typingChanged,
      payload: { conversationId, who, name, on },
    });
  }

  namespace(name: (typeof NAMESPACE)[keyof typeof NAMESPACE]): Namespace | null {
    return this.server?.of(name) ?? null;
  }

  /** Whether anybody on this node follows the conversation. */
  hasReaders(conversationId: ConversationId, visitorId: VisitorId): boolean {
    const visitors = this.namespace(NAMESPACE.visitor)?.adapter.rooms;
    const agents = this.namespace(NAMESPACE.agent)?.adapter.rooms;
    return (
      Boolean(visitors?.has(room.visitor(visitorId)) || agents?.has(room.conversation(conversationId))) ||
      this.ears.some((ear) => ear.isListening(visitorId))
    );
  }

  /** Tells this node's sockets of everything in a range of the log; visitors of the public part. */
  tellBatch(visitorId: VisitorId, batch: LogBatch): void {
    const open = batch.events.filter((event) => event.audience === 'public');
    const forVisitor: LogBatch = { ...batch, events: open };
    // To the visitor and not to the conversation: the tab that did not begin it follows it only from now on.
    this.server?.of(NAMESPACE.visitor).to(room.visitor(visitorId)).emit(NOTICE.logAppended, forVisitor);
    const agents = this.server?.of(NAMESPACE.agent);
    const reading = room.conversation(batch.conversationId);
    // socket.io encodes first and looks for readers then: most conversations have no agent in them.
    if (agents?.adapter.rooms.has(reading)) agents.to(reading).emit(NOTICE.logAppended, batch);
    for (const ear of this.ears) ear.batch(visitorId, forVisitor);
  }

  /** Tells this node's sockets of an ephemeral notice. */
  tell({ conversationId, readers, notice }: Extract<NodeMessage, { kind: 'notice' }>): void {
    for (const each of readers) {
      const room_ = room.conversation(conversationId);
      this.server?.of(NAMESPACE[each]).to(room_).emit(notice.name, notice.payload);
    }
    if (readers.includes('visitor')) for (const ear of this.ears) ear.notice(conversationId, notice);
  }

  private signal(conversationId: ConversationId, readers: readonly Readers[], notice: EphemeralNotice): void {
    const message = { kind: 'notice', conversationId, readers, notice } as const;
    this.tell(message);
    this.nodes.publish(message);
  }

  private publish({ workspaceId, state, events }: Committed): void {
    const [first] = events;
    const last = events.at(-1);
    if (!first || !last) return;
    for (const event of events) this.count(event);
    const { id: conversationId, visitorId } = state;
    const range = { from: first.seq - 1, to: last.seq };
    this.tellBatch(visitorId, { conversationId, ...range, events });
    const begun = events.some((event) => event.type === 'conversation.started');
    this.nodes.publish({ kind: 'committed', workspaceId, conversationId, visitorId, ...range, begun });
  }

  private count(event: LogEvent): void {
    if (event.type === 'message.sent') this.metrics.messages.inc({ sender: event.actor.kind });
    else if (event.type.startsWith('handoff.')) this.metrics.handoffs.inc({ event: event.type });
  }
}
