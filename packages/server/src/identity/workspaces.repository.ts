import type { WorkspaceId } from '@baton/shared-types';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/index.js';

@Injectable()
export class WorkspacesRepository {
  /** False when the slug is taken. */
  async insert(
    tx: Transaction,
    workspaceId: WorkspaceId,
    { slug, name }: { readonly slug: string; readonly name: string },
  ): Promise<boolean> {
    const rows = await tx.query<{ id: WorkspaceId }>(
      `INSERT INTO workspace (workspace_id, slug, name) VALUES ($1, $2, $3)
       ON CONFLICT (slug) DO NOTHING RETURNING workspace_id AS id`,
      [workspaceId, slug, name],
    );
    return rows.length === 1;
  }
}
