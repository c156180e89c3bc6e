import type { Snippet, SnippetContent, SnippetId, WorkspaceId } from '@baton/shared-types';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/index.js';

type Row = Omit<Snippet, 'updatedAt'> & { readonly updatedAt: Date };
type Change = SnippetContent & { readonly id: SnippetId; readonly by: string };

const COLUMNS = `id, shortcut, title, body AS text, updated_by AS "updatedBy", updated_at AS "updatedAt"`;

@Injectable()
export class SnippetsRepository {
  async list(tx: Transaction, workspaceId: WorkspaceId): Promise<readonly Snippet[]> {
    const rows = await tx.query<Row>(
      `SELECT ${COLUMNS} FROM snippet WHERE workspace_id = $1 ORDER BY shortcut, id`,
      [workspaceId],
    );
    return rows.map(toSnippet);
  }

  /** Null when the shortcut is taken. */
  async insert(tx: Transaction, workspaceId: WorkspaceId, snippet: Change): Promise<Snippet | null> {
    const rows = await tx.query<Row>(
      `INSERT INTO snippet (workspace_id, id, shortcut, title, body, updated_by) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (workspace_id, shortcut) DO NOTHING RETURNING ${COLUMNS}`,
      [workspaceId, snippet.id, snippet.shortcut, snippet.title, snippet.text, snippet.by],
    );
    return rows[0] ? toSnippet(rows[0]) : null;
  }

  async update(tx: Transaction, workspaceId: WorkspaceId, snippet: Change): Promise<Snippet | null> {
    const rows = await tx.query<Row>(
      `UPDATE snippet SET shortcut = $3, title = $4, body = $5, updated_by = $6, updated_at = now()
       WHERE workspace_id = $1 AND id = $2 RETURNING ${COLUMNS}`,
      [workspaceId, snippet.id, snippet.shortcut, snippet.title, snippet.text, snippet.by],
    );
    return rows[0] ? toSnippet(rows[0]) : null;
  }

  async remove(tx: Transaction, workspaceId: WorkspaceId, id: SnippetId): Promise<boolean> {
    const rows = await tx.query('DELETE FROM snippet WHERE workspace_id = $1 AND id = $2 RETURNING id', [
      workspaceId,
      id,
    ]);
    return rows.length === 1;
  }
}

function toSnippet(row: Row): Snippet {
  return { ...row, updatedAt: row.updatedAt.toISOString() };
}
