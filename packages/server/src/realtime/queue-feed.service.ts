import { type ConversationId, type LogEvent, NAMESPACE, NOTICE, type WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { ConversationBus } from '../conversations/index.js';
import { QueuePlaces } from '../handoff/index.js';
import { LOGGER, type Logger } from '../observability/index.js';
import { FanOut } from './fan-out.service.js';
import { room } from './rooms.js';

/** Moves of one queue within this time become one look at it. */
const COALESCE_MS = 150;
/** Also without a move: people come and go, and other nodes hear of a move only from the log. */
const LOOK_MS = 10_000;

/** Tells visitors their place in the queue. Hints, like every notice. */
@Injectable()
export class QueueFeed implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly moved = new Set<WorkspaceId>();
  private readonly waiting = new Map<ConversationId, WorkspaceId>();
  private timer: NodeJS.Timeout | null = null;
  private interval: NodeJS.Timeout | null = null;
  private readonly unsubscribe: () => void;

  constructor(
    @Inject(ConversationBus) bus: ConversationBus,
    @Inject(FanOut) private readonly fanOut: FanOut,
    @Inject(QueuePlaces) private readonly places: QueuePlaces,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.unsubscribe = bus.subscribe(({ workspaceId, events }) => {
      this.hear(workspaceId, events);
    });
  }

  onApplicationBootstrap(): void {
    this.interval = setInterval(() => {
      for (const workspaceId of new Set(this.waiting.values())) this.move(workspaceId);
    }, LOOK_MS);
    this.interval.unref();
  }

  onApplicationShutdown(): void {
    this.unsubscribe();
    if (this.timer) clearTimeout(this.timer);
    if (this.interval) clearInterval(this.interval);
  }

  /** Looks at the queue anew when one of these moves it. */
  hear(workspaceId: WorkspaceId, events: readonly LogEvent[]): void {
    if (events.some(({ type }) => type.startsWith('handoff.') || type === 'conversation.closed'))
      this.move(workspaceId);
  }

  private move(workspaceId: WorkspaceId): void {
    this.moved.add(workspaceId);
    this.timer ??= setTimeout(() => void this.flush(), COALESCE_MS);
  }

  private async flush(): Promise<void> {
    this.timer = null;
    const moved = [...this.moved];
    this.moved.clear();
    for (const workspaceId of moved) {
      try {
        const places = await this.places.list(workspaceId);
        const now = new Set(places.map(({ conversationId }) => conversationId));
        for (const [conversationId, owner] of this.waiting) {
          if (owner !== workspaceId || now.has(conversationId)) continue;
          this.waiting.delete(conversationId);
          this.tell(conversationId, { conversationId, place: null });
        }
        for (const each of places) {
          this.waiting.set(each.conversationId, workspaceId);
          this.tell(each.conversationId, each);
        }
      } catch (error) {
        this.logger.warn({ error, workspaceId }, 'could not tell the places in a queue');
      }
    }
  }

  private tell(conversationId: ConversationId, notice: object): void {
    for (const namespace of [NAMESPACE.visitor, NAMESPACE.agent]) {
      this.fanOut
        .namespace(namespace)
        ?.to(room.conversation(conversationId))
        .emit(NOTICE.queueChanged, notice);
    }
  }
}
