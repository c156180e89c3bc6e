import type { WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { type Transaction, UNIT_OF_WORK, type UnitOfWork } from '../database/index.js';
import { CLOCK, type Clock } from '../kernel/clock.js';
import { AuditTrailRepository } from './audit-trail.repository.js';
import { type AuditLine, type ChainedLine, chainLine, findBreak } from './chain.js';

const PAGE = 1_000;

/** Who did what that needed a right, and why: append-only, chained, written in the transaction of the act. */
@Injectable()
export class AuditTrail {
  constructor(
    @Inject(UNIT_OF_WORK) private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(AuditTrailRepository) private readonly repository: AuditTrailRepository,
  ) {}

  /** Adds one line in the caller's transaction: the act and its line are both there, or neither. */
  async record(tx: Transaction, workspaceId: WorkspaceId, act: Omit<AuditLine, 'at'>): Promise<void> {
    const head = await this.repository.lockHead(tx, workspaceId);
    const entry = { at: this.clock.now().toISOString(), ...act };
    await this.repository.append(tx, workspaceId, chainLine(head, entry));
  }

  async list(workspaceId: WorkspaceId, after: number, limit: number): Promise<readonly ChainedLine[]> {
    return this.unitOfWork.inWorkspace(workspaceId, (tx) =>
      this.repository.list(tx, workspaceId, after, limit),
    );
  }

  /** Where the chain is broken, or null; `lines` is how many were checked. */
  async verify(
    workspaceId: WorkspaceId,
  ): Promise<{ readonly lines: number; readonly brokenAt: number | null }> {
    return this.unitOfWork.inWorkspace(workspaceId, async (tx) => {
      const head = await this.repository.lockHead(tx, workspaceId);
      const lines: ChainedLine[] = [];
      for (;;) {
        const page = await this.repository.list(tx, workspaceId, lines.at(-1)?.seq ?? 0, PAGE);
        lines.push(...page);
        if (page.length < PAGE) break;
      }
      return { lines: lines.length, brokenAt: findBreak(lines, head) };
    });
  }
}
