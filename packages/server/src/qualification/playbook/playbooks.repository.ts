import type { AgentId, PlaybookId, WorkspaceId } from '@baton/shared-types';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/index.js';

/** A published version without its text. */
export interface PlaybookVersion {
  readonly id: PlaybookId;
  readonly version: number;
  readonly hash: string;
  readonly publishedAt: Date;
  readonly publishedBy: AgentId | null;
  /** The version whose text was taken up again. */
  readonly restoredFrom: number | null;
}

const COLUMNS =
  'id, version, hash, published_at AS "publishedAt", published_by AS "publishedBy", restored_from AS "restoredFrom"';

/** Published playbooks. The current one is the highest version; rows are never changed. */
@Injectable()
export class PlaybooksRepository {
  async findCurrent(tx: Transaction, workspaceId: WorkspaceId): Promise<PlaybookVersion | null> {
    const rows = await tx.query<PlaybookVersion>(
      `SELECT ${COLUMNS} FROM playbook WHERE workspace_id = $1 ORDER BY version DESC LIMIT 1`,
      [workspaceId],
    );
    return rows[0] ?? null;
  }

  async findVersion(
    tx: Transaction,
    workspaceId: WorkspaceId,
    version: number,
  ): Promise<PlaybookVersion | null> {
    const rows = await tx.query<PlaybookVersion>(
      `SELECT ${COLUMNS} FROM playbook WHERE workspace_id = $1 AND version = $2`,
      [workspaceId, version],
    );
    return rows[0] ?? null;
  }

  async list(tx: Transaction, workspaceId: WorkspaceId): Promise<readonly PlaybookVersion[]> {
    return tx.query<PlaybookVersion>(
      `SELECT ${COLUMNS} FROM playbook WHERE workspace_id = $1 ORDER BY version DESC LIMIT 200`,
      [workspaceId],
    );
  }

  async getYaml(tx: Transaction, workspaceId: WorkspaceId, version: number): Promise<string> {
    const rows = await tx.query<{ yaml: string }>(
      'SELECT yaml FROM playbook WHERE workspace_id = $1 AND version = $2',
      [workspaceId, version],
    );
    const row = rows[0];
    if (!row) throw new Error(`playbook version ${version} is gone`);
    return row.yaml;
  }

  /** Holds off other publishers of the workspace until the transaction ends, so that versions have no gap. */
  async lock(tx: Transaction, workspaceId: WorkspaceId): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`playbook ${workspaceId}`]);
  }

  async insert(
    tx: Transaction,
    workspaceId: WorkspaceId,
    playbook: PlaybookVersion & { readonly yaml: string },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO playbook (workspace_id, id, version, hash, yaml, published_at, published_by, restored_from)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        workspaceId,
        playbook.id,
        playbook.version,
        playbook.hash,
        playbook.yaml,
        playbook.publishedAt.toISOString(),
        playbook.publishedBy,
        playbook.restoredFrom,
      ],
    );
  }
}
