import type { AgentId, PresenceState, WorkspaceId } from '@baton/shared-types';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/index.js';
import { UserError } from '../kernel/errors.js';

@Injectable()
export class SignedInRepository {
  async get(
    tx: Transaction,
    workspaceId: WorkspaceId,
    agentId: AgentId,
  ): Promise<{
    readonly presence: PresenceState;
    readonly presenceReason: string | null;
    readonly workspaceName: string;
  }> {
    const rows = await tx.query<{
      presence: PresenceState;
      presenceReason: string | null;
      workspaceName: string;
    }>(
      `SELECT a.presence, a.presence_reason AS "presenceReason", w.name AS "workspaceName" FROM agent a JOIN workspace w ON w.workspace_id = a.workspace_id
       WHERE a.workspace_id = $1 AND a.id = $2`,
      [workspaceId, agentId],
    );
    if (!rows[0]) throw new UserError('not_found');
    return rows[0];
  }
}
