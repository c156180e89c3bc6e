import type { ConversationId, WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { ConversationBus } from '../conversations/index.js';
import { type Transaction, UNIT_OF_WORK, type UnitOfWork } from '../database/index.js';
import { CLOCK, type Clock } from '../kernel/clock.js';
import { LOGGER, type Logger } from '../observability/index.js';
import { postingsOf } from './core/postings-of.js';
import { type BehindConversation, SearchIndexRepository } from './search-index.repository.js';

/** What is committed within this time is read together. */
const SETTLE_MS = 3_000;
/** Conversations per transaction. */
const BATCH = 50;

/** Keeps the index as new as the log, behind its back: no append waits for it. */
@Injectable()
export class SearchIndex implements OnApplicationShutdown {
  /** Conversations that have grown since they were read. */
  private due = new Map<WorkspaceId, Set<ConversationId>>();
  private timer: NodeJS.Timeout | null = null;
  private isStopped = false;
  private readonly unsubscribe: () => void;

  constructor(
    @Inject(ConversationBus) bus: ConversationBus,
    @Inject(UNIT_OF_WORK) private readonly unitOfWork: UnitOfWork,
    @Inject(SearchIndexRepository) private readonly repository: SearchIndexRepository,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.unsubscribe = bus.subscribe(({ workspaceId, state }) => this.dueFor(workspaceId, state.id));
  }

  onApplicationShutdown(): void {
    this.isStopped = true;
    this.unsubscribe();
    if (this.timer) clearTimeout(this.timer);
  }

  /**
   * Reads all that is new, also what a node that has died has left behind, for at most `ms`; answers how many
   * conversations are still behind.
   */
  async catchUp(workspaceId: WorkspaceId, ms: number): Promise<number> {
    const until = this.clock.now().getTime() + ms;
    while (!this.isStopped) {
      const read = await this.read(workspaceId, (tx) => this.repository.listBehind(tx, workspaceId, BATCH));
      if (read < BATCH) return 0;
      if (this.clock.now().getTime() >= until) break;
    }
    return this.unitOfWork.inWorkspace(workspaceId, (tx) => this.repository.countBehind(tx, workspaceId));
  }

  private read(
    workspaceId: WorkspaceId,
    look: (tx: Transaction) => Promise<readonly BehindConversation[]>,
  ): Promise<number> {
    return this.unitOfWork.inWorkspace(workspaceId, async (tx) => {
      // Two who read on at once would write the same rows in different order.
      await this.repository.lock(tx, workspaceId);
      const behind = await look(tx);
      if (behind.length === 0) return 0;
      const lines = await this.repository.linesOf(tx, workspaceId, behind);
      this.repository.save(
        tx,
        workspaceId,
        behind.map(({ conversationId, head, label }) => ({
          conversationId,
          head,
          postings: postingsOf(
            lines.filter((line) => line.conversationId === conversationId),
            label,
          ),
        })),
      );
      return behind.length;
    });
  }

  private dueFor(workspaceId: WorkspaceId, id: ConversationId): void {
    const ids = this.due.get(workspaceId) ?? new Set();
    this.due.set(workspaceId, ids.add(id));
    this.timer ??= setTimeout(() => void this.readDue(), SETTLE_MS).unref();
  }

  private async readDue(): Promise<void> {
    const { due } = this;
    this.due = new Map();
    this.timer = null;
    for (const [workspaceId, ids] of due) {
      try {
        await this.readThese(workspaceId, [...ids]);
      } catch (error) {
        // The next search reads what is missing now.
        if (!this.isStopped)
          this.logger.warn({ error, workspaceId }, 'could not bring the search index up to date');
      }
    }
  }

  private async readThese(workspaceId: WorkspaceId, ids: readonly ConversationId[]): Promise<void> {
    for (let from = 0; from < ids.length && !this.isStopped; from += BATCH) {
      const some = ids.slice(from, from + BATCH);
      await this.read(workspaceId, (tx) => this.repository.listBehindOf(tx, workspaceId, some));
    }
  }
}
