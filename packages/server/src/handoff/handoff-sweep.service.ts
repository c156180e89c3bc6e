import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { GRACE_SECONDS } from '../agents/index.js';
import { UNIT_OF_WORK, type UnitOfWork } from '../database/index.js';
import { settleWithin } from '../kernel/settle-within.js';
import { LOGGER, type Logger } from '../observability/index.js';
import { Offers } from './offers.service.js';
import { Reopenings } from './reopenings.service.js';
import { type Overdue, WorkloadRepository } from './workload.repository.js';

const SWEEP_MS = 5_000;
const LIMIT = 200;
/** How long a stopping node waits for the handoff it is moving; whatever is not moved, another node finds. */
const STOP_MS = 500;

/**
 * Looks for handoffs that should have moved on: agents who are gone, and deadlines whose job never came. Every node
 * does; what it calls is safe to be called twice.
 */
@Injectable()
export class HandoffSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();
  private stopping = false;

  constructor(
    @Inject(UNIT_OF_WORK) private readonly unitOfWork: UnitOfWork,
    @Inject(WorkloadRepository) private readonly workload: WorkloadRepository,
    @Inject(Offers) private readonly offers: Offers,
    @Inject(Reopenings) private readonly reopenings: Reopenings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running = this.running.then(() => this.sweep());
    }, SWEEP_MS);
    this.timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    this.stopping = true;
    await settleWithin(STOP_MS, this.running);
  }

  async sweep(): Promise<void> {
    try {
      const overdue = await this.unitOfWork.acrossWorkspaces((tx) =>
        this.workload.listOverdue(tx, GRACE_SECONDS, LIMIT),
      );
      for (const each of overdue) {
        if (this.stopping) return;
        await this.move(each);
      }
    } catch (error) {
      this.logger.warn({ error }, 'could not look for overdue handoffs');
    }
  }

  private async move({ workspaceId, id, because }: Overdue): Promise<void> {
    try {
      switch (because) {
        case 'requested':
          return await this.offers.offer(workspaceId, id);
        case 'deadline':
          return await this.offers.meetDeadline(workspaceId, id, null);
        case 'promise':
          return await this.offers.keepPromise(workspaceId, id);
        default:
          return await this.reopenings.reopen(workspaceId, id, because);
      }
    } catch (error) {
      this.logger.warn({ error, handoffId: id }, 'could not move an overdue handoff on');
    }
  }
}
