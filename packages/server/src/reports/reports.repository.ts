import type { WorkspaceId } from '@baton/shared-types';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/index.js';
import type { CountedConversation } from './core/measure-group.js';
import type { ReportQuery } from './report-query.schema.js';

@Injectable()
export class ReportsRepository {
  /** Conversations whose first line came within the period, with what their logs say; oldest first. */
  async list(
    tx: Transaction,
    workspaceId: WorkspaceId,
    query: Pick<ReportQuery, 'from' | 'to' | 'timeZone'>,
  ): Promise<readonly CountedConversation[]> {
    return tx.query<CountedConversation>(
      `SELECT f.conversation_id AS "conversationId", f.facts, coalesce(s.name, '') AS "siteName",
         coalesce(r.row->>'label', '') AS label, to_char(f.started_at AT TIME ZONE $4, 'YYYY-MM-DD') AS day
       FROM conversation_facts f
       JOIN conversation c ON c.workspace_id = f.workspace_id AND c.id = f.conversation_id
       LEFT JOIN site s ON s.workspace_id = f.workspace_id AND s.id = c.site_id
       LEFT JOIN inbox_row r ON r.workspace_id = f.workspace_id AND r.conversation_id = f.conversation_id
       WHERE f.workspace_id = $1 AND f.started_at >= $2::timestamp AT TIME ZONE $4
         AND f.started_at < ($3::timestamp + interval '1 day') AT TIME ZONE $4
       ORDER BY f.started_at, f.conversation_id`,
      [workspaceId, query.from, query.to, query.timeZone],
    );
  }
}
