import { type ConversationId, NAMESPACE, NOTICE, type WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { ConversationBus } from '../conversations/index.js';
import { Inbox, inboxRowFor, type StoredInboxRow } from '../handoff/index.js';
import { CLOCK, type Clock } from '../kernel/clock.js';
import { LOGGER, type Logger } from '../observability/index.js';
import type { AgentSocket } from './agent-socket.js';
import { Briefings } from './briefings.service.js';
import { FanOut } from './fan-out.service.js';
import { room } from './rooms.js';

/** Changes of one conversation within this time become one notice. */
const COALESCE_MS = 40;
/** Small enough for a frame that does not keep other frames waiting. */
const ROWS_A_NOTICE = 50;
/** Between nodes a hint can be lost: what has changed of late is looked up now and then. */
const POLL_MS = 15_000;
const POLL_BACK_SECONDS = 120;

/** Tells the agents of a workspace when a row of their inbox has changed. */
@Injectable()
export class InboxFeed implements OnApplicationBootstrap, OnApplicationShutdown {
  /** Conversations whose row is to be told, with the head that it has at least. */
  private readonly waiting = new Map<WorkspaceId, Map<ConversationId, number>>();
  private timer: NodeJS.Timeout | null = null;
  private poller: NodeJS.Timeout | null = null;
  /**
   * The head at which a row was last told here, or heard of while nobody was here to be told, for as long as looking
   * back may find it again. Whoever comes reads the inbox: to be told of all that happened before would bury them.
   */
  private readonly known = new Map<ConversationId, { readonly head: number; readonly at: number }>();

  constructor(
    @Inject(ConversationBus) bus: ConversationBus,
    @Inject(FanOut) private readonly fanOut: FanOut,
    @Inject(Inbox) private readonly inbox: Inbox,
    @Inject(Briefings) private readonly briefings: Briefings,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    bus.subscribe(({ workspaceId, state }) => this.changed(workspaceId, state.id, state.head));
  }

  onApplicationBootstrap(): void {
    this.poller = setInterval(() => void this.poll(), POLL_MS);
    this.poller.unref();
  }

  onApplicationShutdown(): void {
    if (this.timer) clearTimeout(this.timer);
    if (this.poller) clearInterval(this.poller);
  }

  /** Tells of the rows that have changed lately without this node having heard of it. */
  async poll(): Promise<void> {
    for (const [conversationId, { at }] of this.known)
      if (this.clock.now().getTime() - at > 2 * POLL_BACK_SECONDS * 1_000) this.known.delete(conversationId);
    for (const workspaceId of this.workspacesHere()) {
      try {
        const recent = await this.inbox.listRecent(workspaceId, POLL_BACK_SECONDS);
        this.tell(
          workspaceId,
          recent.filter(({ conversationId, head }) => (this.known.get(conversationId)?.head ?? 0) < head),
        );
      } catch (error) {
        this.logger.warn({ error }, 'could not look for changes of the inbox');
        return;
      }
    }
  }

  changed(workspaceId: WorkspaceId, conversationId: ConversationId, head: number): void {
    if (this.readersOf(workspaceId).length === 0) {
      this.note(conversationId, head);
      return;
    }
    const waiting = this.waiting.get(workspaceId) ?? new Map<ConversationId, number>();
    waiting.set(conversationId, Math.max(head, waiting.get(conversationId) ?? 0));
    this.waiting.set(workspaceId, waiting);
    this.timer ??= setTimeout(() => void this.flush(), COALESCE_MS);
  }

  /** One statement a workspace, however many conversations have changed, and never two at a time. */
  private async flush(): Promise<void> {
    const changed = [...this.waiting];
    this.waiting.clear();
    for (const [workspaceId, heads] of changed) {
      try {
        this.tell(workspaceId, await this.inbox.findAll(workspaceId, heads));
      } catch (error) {
        this.logger.warn({ error, workspaceId }, 'could not tell of changes of the inbox');
      }
    }
    this.timer = this.waiting.size > 0 ? setTimeout(() => void this.flush(), COALESCE_MS) : null;
  }

  private tell(workspaceId: WorkspaceId, rows: readonly StoredInboxRow[]): void {
    for (const { conversationId, handoff, head } of rows) {
      this.note(conversationId, head);
      // Offered by another node: here it is seen in the row.
      if (handoff?.state === 'offered')
        void this.briefings.brief(workspaceId, { ...handoff, conversationId, agentIds: handoff.offeredTo });
    }
    for (let from = 0; from < rows.length; from += ROWS_A_NOTICE) {
      const page = rows.slice(from, from + ROWS_A_NOTICE);
      for (const socket of this.readersOf(workspaceId)) {
        const agentId = socket.data.agent.id;
        socket.emit(NOTICE.inboxChanged, { rows: page.map((row) => inboxRowFor(row, agentId)) });
      }
    }
  }

  private note(conversationId: ConversationId, head: number): void {
    const known = this.known.get(conversationId)?.head ?? 0;
    this.known.set(conversationId, { head: Math.max(head, known), at: this.clock.now().getTime() });
  }

  private workspacesHere(): ReadonlySet<WorkspaceId> {
    const sockets = [...(this.fanOut.namespace(NAMESPACE.agent)?.sockets.values() ?? [])] as AgentSocket[];
    return new Set(sockets.map((socket) => socket.data.agent.workspaceId));
  }

  private readersOf(workspaceId: WorkspaceId): readonly AgentSocket[] {
    const namespace = this.fanOut.namespace(NAMESPACE.agent);
    const ids = namespace?.adapter.rooms.get(room.workspace(workspaceId)) ?? [];
    return [...ids].flatMap((id) => (namespace?.sockets.get(id) as AgentSocket | undefined) ?? []);
  }
}
