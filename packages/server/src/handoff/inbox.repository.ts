import type { ConversationId, SiteId, WorkspaceId } from '@baton/shared-types';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/index.js';
import type { StoredInboxRow } from './core/inbox-row.js';

export interface InboxPage {
  readonly status: 'open' | 'closed';
  readonly limit: number;
  readonly after?: { readonly lastAt: string; readonly id: ConversationId } | undefined;
}

@Injectable()
export class InboxRepository {
  async findAll(
    tx: Transaction,
    workspaceId: WorkspaceId,
    conversationIds: readonly ConversationId[],
  ): Promise<ReadonlyMap<ConversationId, StoredInboxRow>> {
    const rows = await tx.query<{ row: StoredInboxRow }>(
      'SELECT row FROM inbox_row WHERE workspace_id = $1 AND conversation_id = ANY($2)',
      [workspaceId, conversationIds],
    );
    return new Map(rows.map(({ row }) => [row.conversationId, row]));
  }

  saveAll(tx: Transaction, workspaceId: WorkspaceId, rows: readonly StoredInboxRow[]): void {
    tx.execute(
      `INSERT INTO inbox_row (workspace_id, conversation_id, row, status, last_at)
       SELECT $1, r->>'conversationId', r, r->>'status', (r->>'lastAt')::timestamptz
       FROM jsonb_array_elements($2::jsonb) AS r
       ON CONFLICT (workspace_id, conversation_id)
       DO UPDATE SET row = excluded.row, status = excluded.status, last_at = excluded.last_at`,
      [workspaceId, JSON.stringify(rows)],
    );
  }

  /**
   * Latest first, beginning after `after`: the last row that the reader has. The index knows the ten seconds of a row
   * (`last_around`, never after `last_at`); within them PostgreSQL sorts.
   */
  async list(tx: Transaction, workspaceId: WorkspaceId, page: InboxPage): Promise<readonly StoredInboxRow[]> {
    const { status, limit, after } = page;
    const rows = await tx.query<{ row: StoredInboxRow }>(
      `SELECT row FROM inbox_row WHERE workspace_id = $1 AND status = $2
         AND last_around <= $4::timestamptz AND (last_at, conversation_id) < ($4, $5::text)
       ORDER BY last_around DESC, last_at DESC, conversation_id DESC LIMIT $3`,
      [workspaceId, status, limit, after?.lastAt ?? 'infinity', after?.id ?? ''],
    );
    return rows.map(({ row }) => row);
  }

  /** Open conversations that wait for a person or have one: none of them may be missing from an inbox. */
  async listWithPeople(
    tx: Transaction,
    workspaceId: WorkspaceId,
    limit: number,
  ): Promise<readonly StoredInboxRow[]> {
    const rows = await tx.query<{ row: StoredInboxRow }>(
      `SELECT row FROM inbox_row WHERE workspace_id = $1 AND concerns_people
       ORDER BY last_around DESC, last_at DESC LIMIT $2`,
      [workspaceId, limit],
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
         AND last_around > now() - ($2 + 10) * interval '1 second' AND last_at > now() - $2 * interval '1 second'`,
      [workspaceId, seconds],
    );
    return rows.map(({ row }) => row);
  }

  async siteNames(
    tx: Transaction,
    workspaceId: WorkspaceId,
    siteIds: readonly SiteId[],
  ): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.query<{ id: string; name: string }>(
      'SELECT id, name FROM site WHERE workspace_id = $1 AND id = ANY($2)',
      [workspaceId, siteIds],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  async siteName(tx: Transaction, workspaceId: WorkspaceId, siteId: string): Promise<string> {
    const rows = await tx.query<{ name: string }>(
      'SELECT name FROM site WHERE workspace_id = $1 AND id = $2',
      [workspaceId, siteId],
    );
    return rows[0]?.name ?? '';
  }
}
