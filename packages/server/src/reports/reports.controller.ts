import type { Report } from '@baton/shared-types';
import { Controller, Get, Header, Inject, Query } from '@nestjs/common';
import { type AgentPrincipal, Allow, CurrentAgent } from '../identity/index.js';
import { parseBody } from '../kernel/parse-body.js';
import { reportQuerySchema } from './report-query.schema.js';
import { Reports } from './reports.service.js';

@Controller('api/reports')
export class ReportsController {
  constructor(@Inject(Reports) private readonly reports: Reports) {}

  @Get()
  @Allow('report.read')
  report(@CurrentAgent() agent: AgentPrincipal, @Query() query: unknown): Promise<Report> {
    return this.reports.get(agent.workspaceId, parseBody(reportQuerySchema, query));
  }

  /** One line for each conversation of the period. */
  @Get('conversations.csv')
  @Allow('report.read')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="conversations.csv"')
  @Header('x-content-type-options', 'nosniff')
  export(@CurrentAgent() agent: AgentPrincipal, @Query() query: unknown): Promise<string> {
    return this.reports.export(agent, parseBody(reportQuerySchema, query));
  }
}
