import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/index.js';
import type { FileKey, FileStore } from './file-store.port.js';

/** Bytes beside the log, in the same transactions and backups. */
@Injectable()
export class FileContentRepository implements FileStore {
  async put(tx: Transaction, { workspaceId, fileId }: FileKey, bytes: Uint8Array): Promise<void> {
    await tx.query('INSERT INTO file_content (workspace_id, file_id, bytes) VALUES ($1, $2, $3)', [
      workspaceId,
      fileId,
      bytes,
    ]);
  }

  async find(tx: Transaction, { workspaceId, fileId }: FileKey): Promise<Uint8Array | null> {
    const rows = await tx.query<{ bytes: Uint8Array }>(
      'SELECT bytes FROM file_content WHERE workspace_id = $1 AND file_id = $2',
      [workspaceId, fileId],
    );
    return rows[0]?.bytes ?? null;
  }

  async remove(tx: Transaction, { workspaceId, fileId }: FileKey): Promise<void> {
    await tx.query('DELETE FROM file_content WHERE workspace_id = $1 AND file_id = $2', [
      workspaceId,
      fileId,
    ]);
  }
}
