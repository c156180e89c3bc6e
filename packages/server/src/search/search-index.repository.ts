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

export interface LineOf extends SpokenLine {
  readonly conversationId: ConversationId;
}

/** A conversation with the words of its new lines, read up to `head`. */
export interface ReadConversation {
  readonly conversationId: ConversationId;
  readonly head: number;
  readonly postings: readonly Posting[];
}

const BEHIND = `
  SELECT c.id AS "conversationId", c.head, coalesce(p.head, 0) AS "readTo", coalesce(r.row->>'label', '') AS label
  FROM conversation c
  LEFT JOIN search_progress p ON p.workspace_id = c.workspace_id AND p.conversation_id = c.id
  LEFT JOIN inbox_row r ON r.workspace_id = c.workspace_id AND r.conversation_id = c.id
  WHERE c.workspace_id = $1 AND c.head > coalesce(p.head, 0)`;

@Injectable()
export class SearchIndexRepository {
  async lock(tx: Transaction, workspaceId: WorkspaceId): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('search ' || $1, 0))`, [workspaceId]);
  }

  /** Any conversations of the workspace that have not been read to their end: looks at all of them. */
  listBehind(
    tx: Transaction,
    workspaceId: WorkspaceId,
    limit: number,
  ): Promise<readonly BehindConversation[]> {
    return tx.query<BehindConversation>(`${BEHIND} ORDER BY c.updated_at DESC LIMIT $2`, [
      workspaceId,
      limit,
    ]);
  }

  /** Those of the given ones that have not: looks at nothing else, however many there are. */
  listBehindOf(
    tx: Transaction,
    workspaceId: WorkspaceId,
    ids: readonly ConversationId[],
  ): Promise<readonly BehindConversation[]> {
    return tx.query<BehindConversation>(`${BEHIND} AND c.id = ANY($2)`, [workspaceId, ids]);
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

  /** What was said in these conversations since they were last read, in order. */
  async linesOf(
    tx: Transaction,
    workspaceId: WorkspaceId,
    behind: readonly BehindConversation[],
  ): Promise<readonly LineOf[]> {
    return tx.query<LineOf>(
      `SELECT e.conversation_id AS "conversationId", e.seq, e.data->>'text' AS text
       FROM unnest($2::text[], $3::int[]) AS b(id, read_to)
       JOIN conversation_event e ON e.workspace_id = $1 AND e.conversation_id = b.id AND e.seq > b.read_to
       WHERE e.type = 'message.sent' ORDER BY e.conversation_id, e.seq`,
      [workspaceId, behind.map(({ conversationId }) => conversationId), behind.map(({ readTo }) => readTo)],
    );
  }

  /** The words of a label replace those of the label before: a corrected name is not found any more. */
  save(tx: Transaction, workspaceId: WorkspaceId, read: readonly ReadConversation[]): void {
    const ids = read.map(({ conversationId }) => conversationId);
    const postings = read.flatMap(({ conversationId, postings }) =>
      postings.map(({ term, seq }) => ({ conversationId, term, seq })),
    );
    tx.execute(
      'DELETE FROM search_posting WHERE workspace_id = $1 AND conversation_id = ANY($2) AND seq = 0',
      [workspaceId, ids],
    );
    tx.execute(
      `INSERT INTO search_posting (workspace_id, term, conversation_id, seq)
       SELECT $1, p.term, p.id, p.seq FROM unnest($2::text[], $3::text[], $4::int[]) AS p(id, term, seq)
       ON CONFLICT (workspace_id, term, conversation_id)
       DO UPDATE SET seq = greatest(search_posting.seq, excluded.seq)`,
      [
        workspaceId,
        postings.map(({ conversationId }) => conversationId),
        postings.map(({ term }) => term),
        postings.map(({ seq }) => seq),
      ],
    );
    tx.execute(
      `INSERT INTO search_progress (workspace_id, conversation_id, head)
       SELECT $1, r.id, r.head FROM unnest($2::text[], $3::int[]) AS r(id, head)
       ON CONFLICT (workspace_id, conversation_id) DO UPDATE SET head = greatest(search_progress.head, excluded.head)`,
      [workspaceId, ids, read.map(({ head }) => head)],
    );
  }
}
