import type { AgentId, WorkspaceId } from '@baton/shared-types';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/index.js';

@Injectable()
export class DemoRepository {
  /** For the system role. */
  async findWorkspace(tx: Transaction, slug: string): Promise<WorkspaceId | null> {
    const rows = await tx.query<{ id: WorkspaceId }>(
      'SELECT workspace_id AS id FROM workspace WHERE slug = $1',
      [slug],
    );
    return rows[0]?.id ?? null;
  }

  async listPeople(
    tx: Transaction,
    workspaceId: WorkspaceId,
  ): Promise<readonly { readonly id: AgentId; readonly name: string; readonly role: string }[]> {
    return tx.query(
      'SELECT id, name, role FROM agent WHERE workspace_id = $1 ORDER BY role DESC, created_at, name',
      [workspaceId],
    );
  }
}
