import type { ConversationId, WorkspaceId } from '@baton/shared-types';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/index.js';
import type { StoredInboxRow } from './core/inbox-row.js';

@Injectable()
export class InboxRepository {
  async find(
    tx: Transaction,
    workspaceId: WorkspaceId,
    conversationId: ConversationId,
  ): Promise<StoredInboxRow | null> {
    const rows = await tx.query<{ row: StoredInboxRow }>(
      'SELECT row FROM inbox_row WHERE workspace_id = $1 AND conversation_id = $2',
      [workspaceId, conversationId],
    );
    return rows[0]?.row ?? null;
  }

  async save(tx: Transaction, workspaceId: WorkspaceId, row: StoredInboxRow): Promise<void> {
    await tx.query(
      `INSERT INTO inbox_row (workspace_id, conversation_id, row, status, last_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (workspace_id, conversation_id)
       DO UPDATE SET row = excluded.row, status = excluded.status, last_at = excluded.last_at`,
      [workspaceId, row.conversationId, JSON.stringify(row), row.status, row.lastAt],
    );
  }

  async list(
    tx: Transaction,
    workspaceId: WorkspaceId,
    status: 'open' | 'closed',
    limit: number,
  ): Promise<readonly StoredInboxRow[]> {
    const rows = await tx.query<{ row: StoredInboxRow }>(
      `SELECT row FROM inbox_row WHERE workspace_id = $1 AND status = $2
       ORDER BY last_at DESC, conversation_id DESC LIMIT $3`,
      [workspaceId, status, limit],
    );
    return rows.map(({ row }) => row);
  }

  /** Both states are named so that the index of each is walked from its end. */
  async listRecent(
    tx: Transaction,
    workspaceId: WorkspaceId,
    seconds: number,
  ): Promise<readonly StoredInboxRow[]> {
    const rows = await tx.query<{ row: StoredInboxRow }>(
      `SELECT row FROM inbox_row WHERE workspace_id = $1 AND status IN ('open', 'closed')
         AND last_at > now() - $2 * interval '1 second'`,
      [workspaceId, seconds],
    );
    return rows.map(({ row }) => row);
  }

  async siteName(tx: Transaction, workspaceId: WorkspaceId, siteId: string): Promise<string> {
    const rows = await tx.query<{ name: string }>(
      'SELECT name FROM site WHERE workspace_id = $1 AND id = $2',
      [workspaceId, siteId],
    );
    return rows[0]?.name ?? '';
  }
}
