import type { ConversationId, FileId, FileRecord, VisitorId, WorkspaceId } from '@baton/shared-types';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/index.js';

/** How many files and bytes. */
export interface Amount {
  readonly files: number;
  readonly bytes: number;
}

const COLUMNS = 'id AS "fileId", name, type, size, width, height';

@Injectable()
export class FilesRepository {
  /** Until the end of the transaction nobody else counts this visitor's files. */
  async lockVisitor(tx: Transaction, workspaceId: WorkspaceId, visitorId: VisitorId): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `files of ${workspaceId} ${visitorId}`,
    ]);
  }

  /** What is in the conversation, and what is on its way into one. */
  async measure(
    tx: Transaction,
    workspaceId: WorkspaceId,
    {
      visitorId,
      conversationId,
    }: { readonly visitorId: VisitorId; readonly conversationId: ConversationId | null },
  ): Promise<Amount> {
    const rows = await tx.query<Amount>(
      `SELECT count(*)::int AS files, coalesce(sum(size), 0)::int AS bytes FROM file
       WHERE workspace_id = $1 AND visitor_id = $2 AND (conversation_id = $3 OR conversation_id IS NULL)`,
      [workspaceId, visitorId, conversationId],
    );
    return rows[0] ?? { files: 0, bytes: 0 };
  }

  /** Counts a file into the workspace's day (UTC). False, and nothing counted, when the day is full. */
  async countIn(tx: Transaction, workspaceId: WorkspaceId, size: number, most: Amount): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO file_day AS day (workspace_id, stored_on, files, bytes)
       VALUES ($1, (now() AT TIME ZONE 'UTC')::date, 1, $2)
       ON CONFLICT (workspace_id, stored_on) DO UPDATE SET files = day.files + 1, bytes = day.bytes + $2
       WHERE day.files + 1 <= $3 AND day.bytes + $2 <= $4 RETURNING files`,
      [workspaceId, size, most.files, most.bytes],
    );
    return rows.length === 1;
  }

  async insert(
    tx: Transaction,
    workspaceId: WorkspaceId,
    visitorId: VisitorId,
    { fileId, name, type, size, width, height }: FileRecord,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO file (workspace_id, id, visitor_id, name, type, size, width, height, stored_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, (now() AT TIME ZONE 'UTC')::date)`,
      [workspaceId, fileId, visitorId, name, type, size, width, height],
    );
  }

  /** From here on the conversation has them. Part of the append: they become readable with their message. */
  async bind(
    tx: Transaction,
    workspaceId: WorkspaceId,
    conversationId: ConversationId,
    fileIds: readonly FileId[],
  ): Promise<void> {
    await tx.query(
      'UPDATE file SET conversation_id = $2 WHERE workspace_id = $1 AND id = ANY($3) AND conversation_id IS NULL',
      [workspaceId, conversationId, fileIds],
    );
  }

  /** Only what is in a conversation, and only of this visitor or this conversation. */
  async find(
    tx: Transaction,
    workspaceId: WorkspaceId,
    fileId: FileId,
    of: { readonly visitorId: VisitorId } | { readonly conversationId: ConversationId },
  ): Promise<FileRecord | null> {
    const [column, id] =
      'visitorId' in of ? ['visitor_id', of.visitorId] : ['conversation_id', of.conversationId];
    const rows = await tx.query<FileRecord>(
      `SELECT ${COLUMNS} FROM file
       WHERE workspace_id = $1 AND id = $2 AND ${column} = $3 AND conversation_id IS NOT NULL`,
      [workspaceId, fileId, id],
    );
    return rows[0] ?? null;
  }

  /** Locks a file that no message carries; null when one does, or it is gone. */
  async lockUnbound(tx: Transaction, workspaceId: WorkspaceId, fileId: FileId): Promise<FileId | null> {
    const rows = await tx.query<{ id: FileId }>(
      'SELECT id FROM file WHERE workspace_id = $1 AND id = $2 AND conversation_id IS NULL FOR UPDATE',
      [workspaceId, fileId],
    );
    return rows[0]?.id ?? null;
  }

  /** Removes it and takes it out of its day again. */
  async remove(tx: Transaction, workspaceId: WorkspaceId, fileId: FileId): Promise<void> {
    await tx.query(
      `WITH gone AS (DELETE FROM file WHERE workspace_id = $1 AND id = $2 RETURNING stored_on, size)
       UPDATE file_day day SET files = day.files - 1, bytes = day.bytes - gone.size FROM gone
       WHERE day.workspace_id = $1 AND day.stored_on = gone.stored_on`,
      [workspaceId, fileId],
    );
  }
}
