import type { AgentId, AgentRole, PresenceState, WorkspaceId } from '@baton/shared-types';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/index.js';

export interface Agent {
  readonly id: AgentId;
  readonly name: string;
  readonly email: string;
  readonly role: AgentRole;
  readonly presence: PresenceState;
}

@Injectable()
export class AgentsRepository {
  async list(tx: Transaction, workspaceId: WorkspaceId): Promise<readonly Agent[]> {
    return tx.query<Agent>(
      'SELECT id, name, email, role, presence FROM agent WHERE workspace_id = $1 ORDER BY name, id',
      [workspaceId],
    );
  }

  /** Available by their own word, and with a connection that was alive within the grace. */
  async listAvailable(
    tx: Transaction,
    workspaceId: WorkspaceId,
    graceSeconds: number,
  ): Promise<readonly AgentId[]> {
    const rows = await tx.query<{ id: AgentId }>(
      `SELECT id FROM agent WHERE workspace_id = $1 AND presence = 'available'
         AND last_seen_at > now() - $2 * interval '1 second' ORDER BY id`,
      [workspaceId, graceSeconds],
    );
    return rows.map((row) => row.id);
  }

  async setPresence(
    tx: Transaction,
    workspaceId: WorkspaceId,
    id: AgentId,
    state: PresenceState,
  ): Promise<void> {
    await tx.query(
      'UPDATE agent SET presence = $3, last_seen_at = now() WHERE workspace_id = $1 AND id = $2',
      [workspaceId, id, state],
    );
  }

  /** Notes that these agents are there; answers with those who are available and had been away longer than the grace. */
  async touch(
    tx: Transaction,
    workspaceId: WorkspaceId,
    ids: readonly AgentId[],
    graceSeconds: number,
  ): Promise<readonly AgentId[]> {
    const rows = await tx.query<{ id: AgentId; isBack: boolean }>(
      `WITH before AS (SELECT id, last_seen_at FROM agent WHERE workspace_id = $1 AND id = ANY($2) ORDER BY id FOR UPDATE)
       UPDATE agent a SET last_seen_at = now() FROM before b WHERE a.workspace_id = $1 AND a.id = b.id
       RETURNING a.id, a.presence = 'available'
         AND coalesce(b.last_seen_at <= now() - $3 * interval '1 second', true) AS "isBack"`,
      [workspaceId, ids, graceSeconds],
    );
    return rows.filter(({ isBack }) => isBack).map(({ id }) => id);
  }
}
