import type { Report, WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { UNIT_OF_WORK, type UnitOfWork } from '../database/index.js';
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
  ) {}

  async get(workspaceId: WorkspaceId, query: ReportQuery): Promise<Report> {
    const unread = await this.facts.catchUp(workspaceId, CATCH_UP_MS);
    const counted = await this.list(workspaceId, query);
    const { from, to, timeZone, by } = query;
    return { ...writeReport({ counted, days: daysBetween(from, to), by }), from, to, timeZone, by, unread };
  }

  async export(workspaceId: WorkspaceId, query: ReportQuery): Promise<string> {
    await this.facts.catchUp(workspaceId, CATCH_UP_MS);
    return csv(conversationLines(await this.list(workspaceId, query)));
  }

  private list(workspaceId: WorkspaceId, query: ReportQuery): Promise<readonly CountedConversation[]> {
    return this.unitOfWork.inWorkspace(workspaceId, (tx) => this.repository.list(tx, workspaceId, query));
  }
}
