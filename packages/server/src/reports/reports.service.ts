import type { Report, WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/index.js';
import { UNIT_OF_WORK, type UnitOfWork } from '../database/index.js';
import type { AgentPrincipal } from '../identity/index.js';
import { conversationLines } from './core/conversation-lines.js';
import { csv } from './core/csv.js';
import { daysBetween } from './core/days-between.js';
import type { CountedConversation } from './core/measure-group.js';
import { writeReport } from './core/write-report.js';
import { Facts } from './facts.service.js';
import type { ReportQuery } from './report-query.schema.js';
import { ReportsRepository } from './reports.repository.js';

/** How long a report may read on before it answers with what is there. */
const CATCH_UP_MS = 5_000;

/** Reports over the conversations of one workspace. */
@Injectable()
export class Reports {
  constructor(
    @Inject(UNIT_OF_WORK) private readonly unitOfWork: UnitOfWork,
    @Inject(ReportsRepository) private readonly repository: ReportsRepository,
    @Inject(Facts) private readonly facts: Facts,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
  ) {}

  async get(workspaceId: WorkspaceId, query: ReportQuery): Promise<Report> {
    const unread = await this.facts.catchUp(workspaceId, CATCH_UP_MS);
    const counted = await this.list(workspaceId, query);
    const { from, to, timeZone, by } = query;
    return { ...writeReport({ counted, days: daysBetween(from, to), by }), from, to, timeZone, by, unread };
  }

  /** Takes data out of the product: who did so stands in the audit trail, in the transaction that reads. */
  async export({ workspaceId, id: actor }: AgentPrincipal, query: ReportQuery): Promise<string> {
    await this.facts.catchUp(workspaceId, CATCH_UP_MS);
    const counted = await this.unitOfWork.inWorkspace(workspaceId, async (tx) => {
      const object = `conversations.csv ${query.from}/${query.to}`;
      await this.audit.record(tx, workspaceId, { actor, action: 'report.export', object, reason: null });
      return this.repository.list(tx, workspaceId, query);
    });
    return csv(conversationLines(counted));
  }

  private list(workspaceId: WorkspaceId, query: ReportQuery): Promise<readonly CountedConversation[]> {
    return this.unitOfWork.inWorkspace(workspaceId, (tx) => this.repository.list(tx, workspaceId, query));
  }
}
