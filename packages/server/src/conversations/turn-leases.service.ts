import type { ConversationId, WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { type Transaction, UNIT_OF_WORK, type UnitOfWork } from '../database/index.js';
import { RANDOM, type Random } from '../kernel/random.js';
import { settleWithin } from '../kernel/settle-within.js';
import { LOGGER, type Logger } from '../observability/index.js';
import type { TurnRun } from './conversations.port.js';
import { LeaseLost } from './core/lease-lost.js';
import { LogCheckpointsRepository } from './log-checkpoints.repository.js';
import { TurnLeaseRepository } from './turn-lease.repository.js';

const LEASE_MS = 5_000;
const RENEW_MS = 1_500;
const SWEEP_MS = 1_000;
const SWEEP_LIMIT = 50;
/** How long a stopping node waits for its turns. A model may speak for longer: the next node finishes the message. */
const DRAIN_MS = 2_500;
/** How long letting go of the rest may take. Where a row is locked for longer, the lease runs out by itself. */
const LET_GO_MS = 1_000;
/** How long a turn that failed is left alone. */
const REST = { shortestMs: 5_000, longestMs: 60_000 };

/**
 * Sees to it that every due turn is taken by one node at a time. The node that committed the visitor's message
 * starts at once; a sweep picks up what a dead node has left behind.
 */
@Injectable()
export class TurnLeases implements OnApplicationBootstrap, OnApplicationShutdown {
  private runner: { readonly run: TurnRun; readonly fold: number | null } | null = null;
  private sweeper: NodeJS.Timeout | null = null;
  private readonly running = new Map<ConversationId, Promise<void>>();
  /** How to let go of each turn that this node holds. */
  private readonly held = new Map<ConversationId, () => Promise<void>>();
  private draining = false;

  constructor(
    @Inject(UNIT_OF_WORK) private readonly unitOfWork: UnitOfWork,
    @Inject(RANDOM) private readonly random: Random,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(TurnLeaseRepository) private readonly repository: TurnLeaseRepository,
    @Inject(LogCheckpointsRepository) private readonly checkpoints: LogCheckpointsRepository,
  ) {}

  setRunner(run: TurnRun, fold: number | null): void {
    this.runner = { run, fold };
  }

  onApplicationBootstrap(): void {
    this.sweeper = setInterval(() => void this.sweep(), SWEEP_MS);
    this.sweeper.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    this.draining = true;
    if (this.sweeper) clearInterval(this.sweeper);
    await settleWithin(DRAIN_MS, Promise.all(this.running.values()));
    // What is still being said here is fenced off from now on, and another node goes on with it at once.
    await settleWithin(LET_GO_MS, Promise.allSettled([...this.held.values()].map((letGo) => letGo())));
  }

  /** Takes the conversation's turn unless this node is already at it or another one holds the lease. */
  start(workspaceId: WorkspaceId, conversationId: ConversationId): void {
    if (this.draining || this.running.has(conversationId) || !this.runner) return;
    const run = this.take(workspaceId, conversationId, this.runner)
      .catch((error: unknown) => this.logger.error({ conversationId, error }, 'turn failed; it stays due'))
      .finally(() => this.running.delete(conversationId));
    this.running.set(conversationId, run);
  }

  private async take(
    workspaceId: WorkspaceId,
    conversationId: ConversationId,
    { run, fold }: NonNullable<TurnLeases['runner']>,
  ): Promise<void> {
    const token = Buffer.from(this.random.bytes(16)).toString('hex');
    const claim = (tx: Transaction) =>
      this.repository.claim(tx, workspaceId, conversationId, token, LEASE_MS);
    const renew = () => this.unitOfWork.inWorkspace(workspaceId, claim);
    while (!this.draining) {
      // What the turn reads first is read in the same breath.
      const [isOurs, seen] = await this.unitOfWork.inWorkspace(workspaceId, (tx) =>
        Promise.all([claim(tx), this.checkpoints.read(tx, workspaceId, conversationId, fold)]),
      );
      if (!isOurs || !seen) return;
      const renewal = setInterval(() => void renew().catch(() => undefined), RENEW_MS);
      this.held.set(conversationId, () => {
        clearInterval(renewal);
        return this.unitOfWork.inWorkspace(workspaceId, (tx) =>
          this.repository.yield(tx, workspaceId, conversationId, token),
        );
      });
      try {
        const answeredSeq = await run(workspaceId, conversationId, token, seen);
        const { stillDue } = await this.unitOfWork.inWorkspace(workspaceId, (tx) =>
          this.repository.finish(tx, workspaceId, conversationId, token, answeredSeq),
        );
        if (!stillDue) return;
      } catch (error) {
        if (error instanceof LeaseLost) {
          this.logger.info({ conversationId }, 'another node has taken the turn');
          return;
        }
        clearInterval(renewal);
        await this.rest(workspaceId, conversationId, token);
        throw error;
      } finally {
        clearInterval(renewal);
        this.held.delete(conversationId);
      }
    }
  }

  /** Where even this fails, the lease runs out by itself. */
  private async rest(workspaceId: WorkspaceId, conversationId: ConversationId, token: string): Promise<void> {
    try {
      await this.unitOfWork.inWorkspace(workspaceId, (tx) =>
        this.repository.rest(tx, workspaceId, conversationId, token, REST),
      );
    } catch (error) {
      this.logger.warn({ conversationId, error }, 'could not let a failed turn rest');
    }
  }

  private async sweep(): Promise<void> {
    try {
      const due = await this.unitOfWork.readAcrossWorkspaces((tx) =>
        this.repository.listDue(tx, SWEEP_LIMIT),
      );
      for (const { workspaceId, conversationId } of due) this.start(workspaceId, conversationId);
    } catch (error) {
      this.logger.warn({ error }, 'could not look for due turns');
    }
  }
}
