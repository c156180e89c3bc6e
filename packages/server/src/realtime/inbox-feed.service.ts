import { type ConversationId, NAMESPACE, NOTICE, type WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { ConversationBus } from '../conversations/index.js';
import { Inbox, inboxRowFor } from '../handoff/index.js';
import { LOGGER, type Logger } from '../observability/index.js';
import type { AgentSocket } from './agent-socket.js';
import { FanOut } from './fan-out.service.js';
import { room } from './rooms.js';

/** Changes of one conversation within this time become one notice. */
const COALESCE_MS = 40;

/** Tells the agents of a workspace when a row of their inbox has changed. */
@Injectable()
export class InboxFeed implements OnApplicationShutdown {
  private readonly waiting = new Map<ConversationId, WorkspaceId>();
  private timer: NodeJS.Timeout | null = null;
  private readonly unsubscribe: () => void;

  constructor(
    @Inject(ConversationBus) bus: ConversationBus,
    @Inject(FanOut) private readonly fanOut: FanOut,
    @Inject(Inbox) private readonly inbox: Inbox,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.unsubscribe = bus.subscribe(({ workspaceId, state }) => this.changed(workspaceId, state.id));
  }

  onApplicationShutdown(): void {
    this.unsubscribe();
    if (this.timer) clearTimeout(this.timer);
  }

  private changed(workspaceId: WorkspaceId, conversationId: ConversationId): void {
    if (this.readersOf(workspaceId).length === 0) return;
    this.waiting.set(conversationId, workspaceId);
    this.timer ??= setTimeout(() => void this.flush(), COALESCE_MS);
  }

  private async flush(): Promise<void> {
    this.timer = null;
    const changed = [...this.waiting];
    this.waiting.clear();
    for (const [conversationId, workspaceId] of changed) {
      try {
        const row = await this.inbox.find(workspaceId, conversationId);
        if (!row) continue;
        for (const socket of this.readersOf(workspaceId)) {
          socket.emit(NOTICE.inboxChanged, { rows: [inboxRowFor(row, socket.data.agent.id)] });
        }
      } catch (error) {
        this.logger.warn({ error, conversationId }, 'could not tell of an inbox change');
      }
    }
  }

  private readersOf(workspaceId: WorkspaceId): readonly AgentSocket[] {
    const namespace = this.fanOut.namespace(NAMESPACE.agent);
    const ids = namespace?.adapter.rooms.get(room.workspace(workspaceId)) ?? [];
    return [...ids].flatMap((id) => (namespace?.sockets.get(id) as AgentSocket | undefined) ?? []);
  }
}
