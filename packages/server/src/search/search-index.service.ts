import type { WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { ConversationBus } from '../conversations/index.js';
import { UNIT_OF_WORK, type UnitOfWork } from '../database/index.js';
import { CLOCK, type Clock } from '../kernel/clock.js';
import { LOGGER, type Logger } from '../observability/index.js';
import { postingsOf } from './core/postings-of.js';
import { SearchIndexRepository } from './search-index.repository.js';

/** What is committed within this time is read together. */
const SETTLE_MS = 3_000;
/** How long one reading may take before it makes room; it goes on right after. */
const SLICE_MS = 2_000;
/** Conversations per transaction. */
const BATCH = 50;

/** Keeps the index as new as the log, behind its back: no append waits for it. */
@Injectable()
export class SearchIndex implements OnApplicationShutdown {
  private readonly due = new Set<WorkspaceId>();
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
    this.unsubscribe = bus.subscribe(({ workspaceId }) => this.dueFor(workspaceId));
  }

  onApplicationShutdown(): void {
    this.isStopped = true;
    this.unsubscribe();
    if (this.timer) clearTimeout(this.timer);
  }

  /** Reads what is new, for at most `ms`; answers how many conversations are still behind. */
  async catchUp(workspaceId: WorkspaceId, ms: number): Promise<number> {
    const until = this.clock.now().getTime() + ms;
    while (!this.isStopped) {
      const read = await this.readBatch(workspaceId);
      if (read < BATCH) return 0;
      if (this.clock.now().getTime() >= until) break;
    }
    return this.unitOfWork.inWorkspace(workspaceId, (tx) => this.repository.countBehind(tx, workspaceId));
  }

  private readBatch(workspaceId: WorkspaceId): Promise<number> {
    return this.unitOfWork.inWorkspace(workspaceId, async (tx) => {
      // Two who read on at once would write the same rows in different order.
      await this.repository.lock(tx, workspaceId);
      const behind = await this.repository.listBehind(tx, workspaceId, BATCH);
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

  private dueFor(workspaceId: WorkspaceId): void {
    this.due.add(workspaceId);
    this.timer ??= setTimeout(() => void this.readDue(), SETTLE_MS).unref();
  }

  private async readDue(): Promise<void> {
    const workspaces = [...this.due];
    this.due.clear();
    this.timer = null;
    for (const workspaceId of workspaces) {
      try {
        if ((await this.catchUp(workspaceId, SLICE_MS)) > 0) this.dueFor(workspaceId);
      } catch (error) {
        // The next search reads what is missing now.
        if (!this.isStopped)
          this.logger.warn({ error, workspaceId }, 'could not bring the search index up to date');
      }
    }
  }
}
