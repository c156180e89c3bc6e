import type { ConversationId, WorkspaceId } from '@baton/shared-types';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/index.js';
import type { Posting, SpokenLine } from './core/postings-of.js';

export interface BehindConversation {
  readonly conversationId: ConversationId;
  readonly head: number;
  readonly readTo: number;
  readonly label: string;
}

@Injectable()
export class SearchIndexRepository {
  async lock(tx: Transaction, workspaceId: WorkspaceId): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('search ' || $1, 0))`, [workspaceId]);
  }

  async listBehind(
    tx: Transaction,
    workspaceId: WorkspaceId,
    limit: number,
  ): Promise<readonly BehindConversation[]> {
    return tx.query<BehindConversation>(
      `SELECT c.id AS "conversationId", c.head, coalesce(p.head, 0) AS "readTo", coalesce(r.row->>'label', '') AS label
       FROM conversation c
       LEFT JOIN search_progress p ON p.workspace_id = c.workspace_id AND p.conversation_id = c.id
       LEFT JOIN inbox_row r ON r.workspace_id = c.workspace_id AND r.conversation_id = c.id
       WHERE c.workspace_id = $1 AND c.head > coalesce(p.head, 0)
       ORDER BY c.updated_at DESC LIMIT $2`,
      [workspaceId, limit],
    );
  }

  async countBehind(tx: Transaction, workspaceId: WorkspaceId): Promise<number> {
    const rows = await tx.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM conversation c
       LEFT JOIN search_progress p ON p.workspace_id = c.workspace_id AND p.conversation_id = c.id
       WHERE c.workspace_id = $1 AND c.head > coalesce(p.head, 0)`,
      [workspaceId],
    );
    return rows[0]?.count ?? 0;
  }

  async messagesAfter(
    tx: Transaction,
    workspaceId: WorkspaceId,
    conversationId: ConversationId,
    after: number,
  ): Promise<readonly SpokenLine[]> {
    return tx.query<SpokenLine>(
      `SELECT seq, data->>'text' AS text FROM conversation_event
       WHERE workspace_id = $1 AND conversation_id = $2 AND seq > $3 AND type = 'message.sent' ORDER BY seq`,
      [workspaceId, conversationId, after],
    );
  }

  /** The words of a label replace those of the label before: a corrected name is not found any more. */
  async save(
    tx: Transaction,
    workspaceId: WorkspaceId,
    read: {
      readonly conversationId: ConversationId;
      readonly head: number;
      readonly postings: readonly Posting[];
    },
  ): Promise<void> {
    const { conversationId, head, postings } = read;
    await tx.query(
      'DELETE FROM search_posting WHERE workspace_id = $1 AND conversation_id = $2 AND seq = 0',
      [workspaceId, conversationId],
    );
    await tx.query(
      `INSERT INTO search_posting (workspace_id, term, conversation_id, seq)
       SELECT $1, t.term, $2, t.seq FROM unnest($3::text[], $4::int[]) AS t(term, seq)
       ON CONFLICT (workspace_id, term, conversation_id)
       DO UPDATE SET seq = greatest(search_posting.seq, excluded.seq)`,
      [workspaceId, conversationId, postings.map(({ term }) => term), postings.map(({ seq }) => seq)],
    );
    await tx.query(
      `INSERT INTO search_progress (workspace_id, conversation_id, head) VALUES ($1, $2, $3)
       ON CONFLICT (workspace_id, conversation_id) DO UPDATE SET head = greatest(search_progress.head, excluded.head)`,
      [workspaceId, conversationId, head],
    );
  }
}
