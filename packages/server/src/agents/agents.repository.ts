import type {
  AgentId,
  AgentRole,
  BusinessHours,
  PresenceState,
  TeamKey,
  WorkspaceId,
} from '@baton/shared-types';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/index.js';

/** What an agent can take: whom they work with, what they know, when they work. */
export interface AgentProfile {
  readonly teams: readonly TeamKey[];
  readonly skills: readonly string[];
  /** Languages without region, `de`; none: any. */
  readonly languages: readonly string[];
  /** ISO 3166 alpha-2; none: everywhere. */
  readonly regions: readonly string[];
  /** Chats at the same time. */
  readonly capacity: number;
  readonly hours: BusinessHours | null;
}

export interface Agent extends AgentProfile {
  readonly id: AgentId;
  readonly name: string;
  readonly email: string;
  readonly role: AgentRole;
  /** As they said themselves. */
  readonly presence: PresenceState;
  readonly presenceReason: string | null;
  /** Whether a connection was alive within the grace. */
  readonly isConnected: boolean;
}

export type AgentChange = {
  readonly [K in keyof (AgentProfile & Pick<Agent, 'name' | 'role'>)]?:
    | (AgentProfile & Pick<Agent, 'name' | 'role'>)[K]
    | undefined;
};

@Injectable()
export class AgentsRepository {
  async list(tx: Transaction, workspaceId: WorkspaceId, graceSeconds: number): Promise<readonly Agent[]> {
    return tx.query<Agent>(
      `SELECT id, name, email, role, presence, presence_reason AS "presenceReason", teams, skills, languages, regions,
         capacity, hours, coalesce(last_seen_at > now() - $2 * interval '1 second', false) AS "isConnected"
       FROM agent WHERE workspace_id = $1 ORDER BY name, id`,
      [workspaceId, graceSeconds],
    );
  }

  async setPresence(
    tx: Transaction,
    workspaceId: WorkspaceId,
    id: AgentId,
    state: PresenceState,
    reason: string | null,
  ): Promise<void> {
    await tx.query(
      `UPDATE agent SET presence = $3, presence_reason = $4, last_seen_at = now(),
         presence_since = CASE WHEN presence = $3 THEN presence_since ELSE now() END
       WHERE workspace_id = $1 AND id = $2`,
      [workspaceId, id, state, reason],
    );
  }

  /** True when there was somebody to change. */
  async change(
    tx: Transaction,
    workspaceId: WorkspaceId,
    id: AgentId,
    change: AgentChange,
  ): Promise<boolean> {
    const { name, role, teams, skills, languages, regions, capacity, hours } = change;
    const rows = await tx.query(
      `UPDATE agent SET name = coalesce($3, name), role = coalesce($4, role), teams = coalesce($5, teams),
         skills = coalesce($6, skills), languages = coalesce($7, languages), regions = coalesce($8, regions),
         capacity = coalesce($9, capacity), hours = CASE WHEN $10 THEN $11::jsonb ELSE hours END
       WHERE workspace_id = $1 AND id = $2 RETURNING id`,
      [
        workspaceId,
        id,
        name ?? null,
        role ?? null,
        teams ?? null,
        skills ?? null,
        languages ?? null,
        regions ?? null,
        capacity ?? null,
        hours !== undefined,
        hours ? JSON.stringify(hours) : null,
      ],
    );
    return rows.length === 1;
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
