import type { VisitorId, WorkspaceId } from '@baton/shared-types';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/index.js';

/** What a visitor answered to a question for consent, in the words in which it was asked. */
export interface ConsentRecord {
  readonly granted: boolean;
  readonly version: string;
  readonly text: string;
  readonly decidedAt: Date;
}

/** Answers are added and never changed: the latest counts, the others say what was the case before. */
@Injectable()
export class VisitorConsentsRepository {
  async findLatest(
    tx: Transaction,
    workspaceId: WorkspaceId,
    visitorId: VisitorId,
  ): Promise<ConsentRecord | null> {
    const rows = await tx.query<ConsentRecord>(
      `SELECT granted, version, text, decided_at AS "decidedAt" FROM visitor_consent
       WHERE workspace_id = $1 AND visitor_id = $2 ORDER BY decided_at DESC LIMIT 1`,
      [workspaceId, visitorId],
    );
    return rows[0] ?? null;
  }

  async insert(
    tx: Transaction,
    workspaceId: WorkspaceId,
    visitorId: VisitorId,
    { granted, version, text, decidedAt }: ConsentRecord,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO visitor_consent (workspace_id, visitor_id, decided_at, granted, version, text)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
      [workspaceId, visitorId, decidedAt, granted, version, text],
    );
  }
}
