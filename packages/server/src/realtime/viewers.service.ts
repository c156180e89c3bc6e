import { type ConversationId, NAMESPACE, NOTICE } from '@baton/shared-types';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CLOCK, type Clock } from '../kernel/clock.js';
import { RANDOM, type Random } from '../kernel/random.js';
import type { AgentSocket } from './agent-socket.js';
import { FanOut } from './fan-out.service.js';
import { NODE_BUS, type NodeBus, type Viewer, type ViewersHint } from './nodes/node-bus.port.js';
import { conversationsIn, room } from './rooms.js';

/** A hint may be lost, and a node may die without a farewell: each repeats what it shows, and is believed for a while. */
const REPEAT_MS = 20_000;
const BELIEVED_MS = 50_000;
/** More faces than a page shows, and few enough for one message between nodes. */
const MOST_VIEWERS = 30;

interface Elsewhere {
  readonly viewers: readonly Viewer[];
  readonly until: number;
}

/** Who has a conversation open, on whichever node, told to everybody who has. */
@Injectable()
export class Viewers implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly node: string;
  private readonly elsewhere = new Map<ConversationId, Map<string, Elsewhere>>();
  private timer: NodeJS.Timeout | null = null;

  constructor(
    @Inject(FanOut) private readonly fanOut: FanOut,
    @Inject(NODE_BUS) private readonly nodes: NodeBus,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(RANDOM) random: Random,
  ) {
    this.node = Buffer.from(random.bytes(9)).toString('base64url');
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.repeat(), REPEAT_MS);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    if (this.timer) clearInterval(this.timer);
  }

  /** Tells of every conversation that this socket has open, once it has left them. */
  watch(socket: AgentSocket): void {
    socket.once('disconnecting', () => {
      const open = conversationsIn(socket.rooms);
      // The rooms are left right after this event.
      setImmediate(() => {
        for (const conversationId of open) this.changed(conversationId);
      });
    });
  }

  /** Somebody on this node has opened or left the conversation. */
  changed(conversationId: ConversationId): void {
    this.publish(conversationId);
    this.tellHere(conversationId);
  }

  /** Who has it open on another node. */
  hear({ node, conversationId, viewers }: ViewersHint): void {
    const others = this.elsewhere.get(conversationId) ?? new Map<string, Elsewhere>();
    const isNews = JSON.stringify(others.get(node)?.viewers ?? []) !== JSON.stringify(viewers);
    if (viewers.length > 0) others.set(node, { viewers, until: this.clock.now().getTime() + BELIEVED_MS });
    else others.delete(node);
    if (others.size > 0) this.elsewhere.set(conversationId, others);
    else this.elsewhere.delete(conversationId);
    if (isNews) this.tellHere(conversationId);
  }

  /** Says again what is open here, and forgets the nodes that have not been heard for long. */
  repeat(): void {
    const rooms = this.fanOut.namespace(NAMESPACE.agent)?.adapter.rooms.keys() ?? [];
    for (const conversationId of conversationsIn(rooms)) this.publish(conversationId);
    const now = this.clock.now().getTime();
    for (const [conversationId, others] of this.elsewhere) {
      const silent = [...others].filter(([, { until }]) => until < now);
      for (const [node] of silent) this.hear({ kind: 'viewers', node, conversationId, viewers: [] });
    }
  }

  private publish(conversationId: ConversationId): void {
    const viewers = this.listHere(conversationId).slice(0, MOST_VIEWERS);
    this.nodes.publish({ kind: 'viewers', node: this.node, conversationId, viewers });
  }

  private tellHere(conversationId: ConversationId): void {
    const others = [...(this.elsewhere.get(conversationId)?.values() ?? [])].flatMap(
      ({ viewers }) => viewers,
    );
    const byId = new Map([...this.listHere(conversationId), ...others].map((viewer) => [viewer.id, viewer]));
    this.fanOut
      .namespace(NAMESPACE.agent)
      ?.to(room.conversation(conversationId))
      .emit(NOTICE.viewersChanged, { conversationId, viewers: [...byId.values()] });
  }

  private listHere(conversationId: ConversationId): readonly Viewer[] {
    const namespace = this.fanOut.namespace(NAMESPACE.agent);
    const viewers = new Map<Viewer['id'], Viewer>();
    for (const socketId of namespace?.adapter.rooms.get(room.conversation(conversationId)) ?? []) {
      const socket = namespace?.sockets.get(socketId) as AgentSocket | undefined;
      if (!socket) continue;
      const { id, name } = socket.data.agent;
      viewers.set(id, { id, name });
    }
    return [...viewers.values()];
  }
}
