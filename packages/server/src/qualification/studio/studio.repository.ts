import type { AgentId, ConversationId, GoldenConversation, WorkspaceId } from '@baton/shared-types';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/index.js';

export interface StoredDraft {
  readonly yaml: string;
  readonly revision: number;
}

interface Saved {
  readonly by: AgentId;
  readonly at: Date;
}

/** Drafts and golden conversations, and which conversations have been decided. */
@Injectable()
export class StudioRepository {
  async findDraft(tx: Transaction, workspaceId: WorkspaceId): Promise<StoredDraft | null> {
    const rows = await tx.query<StoredDraft>(
      'SELECT yaml, revision FROM playbook_draft WHERE workspace_id = $1',
      [workspaceId],
    );
    return rows[0] ?? null;
  }

  /** False: the draft is not at `revision` any more. */
  async saveDraft(
    tx: Transaction,
    workspaceId: WorkspaceId,
    draft: StoredDraft,
    { by, at }: Saved,
  ): Promise<boolean> {
    const values = [workspaceId, draft.yaml, at.toISOString(), by];
    const rows =
      draft.revision === 0
        ? await tx.query(
            `INSERT INTO playbook_draft (workspace_id, yaml, revision, saved_at, saved_by) VALUES ($1, $2, 1, $3, $4)
             ON CONFLICT (workspace_id) DO NOTHING RETURNING revision`,
            values,
          )
        : await tx.query(
            `UPDATE playbook_draft SET yaml = $2, revision = revision + 1, saved_at = $3, saved_by = $4
             WHERE workspace_id = $1 AND revision = $5 RETURNING revision`,
            [...values, draft.revision],
          );
    return rows.length > 0;
  }

  async dropDraft(tx: Transaction, workspaceId: WorkspaceId): Promise<void> {
    await tx.query('DELETE FROM playbook_draft WHERE workspace_id = $1', [workspaceId]);
  }

  async findGolden(tx: Transaction, workspaceId: WorkspaceId): Promise<readonly GoldenConversation[] | null> {
    const rows = await tx.query<{ conversations: readonly GoldenConversation[] }>(
      'SELECT conversations FROM playbook_golden WHERE workspace_id = $1',
      [workspaceId],
    );
    return rows[0]?.conversations ?? null;
  }

  async saveGolden(
    tx: Transaction,
    workspaceId: WorkspaceId,
    conversations: readonly GoldenConversation[],
    { by, at }: Saved,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO playbook_golden (workspace_id, conversations, saved_at, saved_by) VALUES ($1, $2, $3, $4)
       ON CONFLICT (workspace_id) DO UPDATE
       SET conversations = excluded.conversations, saved_at = excluded.saved_at, saved_by = excluded.saved_by`,
      [workspaceId, JSON.stringify(conversations), at.toISOString(), by],
    );
  }

  /** Conversations in which the visitor has written, the latest first. */
  async latestConversations(
    tx: Transaction,
    workspaceId: WorkspaceId,
    limit: number,
  ): Promise<readonly ConversationId[]> {
    const rows = await tx.query<{ id: ConversationId }>(
      `SELECT id FROM conversation WHERE workspace_id = $1 AND last_visitor_seq > 0
       ORDER BY id DESC LIMIT $2`,
      [workspaceId, limit],
    );
    return rows.map(({ id }) => id);
  }
}
