import type { AgentId, HandoffId, VisitorId, WorkspaceId } from '@baton/shared-types';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/index.js';

/** How much an agent has in hand. */
export interface Workload {
  readonly agentId: AgentId;
  readonly load: number;
  readonly lastTookAt: Date | null;
}

/** Something that is overdue, over all workspaces. */
export interface Overdue {
  readonly workspaceId: WorkspaceId;
  readonly id: HandoffId;
  readonly because: 'requested' | 'deadline' | 'promise' | 'agent_gone' | 'agent_offline' | 'no_first_reply';
}

@Injectable()
export class WorkloadRepository {
  async list(tx: Transaction, workspaceId: WorkspaceId): Promise<readonly Workload[]> {
    return tx.query<Workload>(
      `SELECT agent_id AS "agentId", (count(*) FILTER (WHERE state = 'live'))::int AS load,
         max(accepted_at) AS "lastTookAt"
       FROM handoff WHERE workspace_id = $1 AND agent_id IS NOT NULL
         AND (state = 'live' OR accepted_at > now() - interval '1 day') GROUP BY agent_id`,
      [workspaceId],
    );
  }

  /** Whoever spoke to this visitor last. */
  async findLastAgent(
    tx: Transaction,
    workspaceId: WorkspaceId,
    visitorId: VisitorId,
    except: HandoffId,
  ): Promise<AgentId | null> {
    const rows = await tx.query<{ agentId: AgentId }>(
      // Both steps are spelled out: left to itself, the planner pairs every handoff with every conversation until it has
      // statistics about them.
      `SELECT h.agent_id AS "agentId" FROM (
         SELECT id FROM conversation WHERE workspace_id = $1 AND visitor_id = $2 OFFSET 0
       ) AS c CROSS JOIN LATERAL (
         SELECT agent_id, accepted_at FROM handoff
         WHERE workspace_id = $1 AND conversation_id = c.id AND agent_id IS NOT NULL AND id <> $3 OFFSET 0
       ) AS h ORDER BY h.accepted_at DESC NULLS LAST LIMIT 1`,
      [workspaceId, visitorId, except],
    );
    return rows[0]?.agentId ?? null;
  }

  /** How long those who were helped within the last hours had waited, in milliseconds; the latest first. */
  async listWaits(
    tx: Transaction,
    workspaceId: WorkspaceId,
    team: string | null,
  ): Promise<readonly number[]> {
    const rows = await tx.query<{ ms: number }>(
      `SELECT (extract(epoch FROM accepted_at - requested_at) * 1000)::float8 AS ms FROM handoff
       WHERE workspace_id = $1 AND accepted_at > now() - interval '4 hours' AND team IS NOT DISTINCT FROM $2
       ORDER BY accepted_at DESC LIMIT 20`,
      [workspaceId, team],
    );
    return rows.map(({ ms }) => ms);
  }

  /**
   * What should have moved on and has not, whatever became of its job. For the system role, which learns ids and times
   * and nothing else. Who said that they are offline has left only what they had before.
   */
  async listOverdue(tx: Transaction, graceSeconds: number, limit: number): Promise<readonly Overdue[]> {
    return tx.query<Overdue>(
      `SELECT h.workspace_id AS "workspaceId", h.id, CASE
           WHEN h.state = 'requested' THEN 'requested' WHEN h.state = 'offered' THEN 'deadline'
           WHEN h.state = 'expired' THEN 'promise'
           WHEN a.last_seen_at IS NULL OR a.last_seen_at < now() - $1 * interval '1 second' THEN 'agent_gone'
           WHEN a.presence = 'offline' AND a.presence_since > h.accepted_at
             AND a.presence_since < now() - $1 * interval '1 second' THEN 'agent_offline'
           ELSE 'no_first_reply' END AS because
       FROM handoff h LEFT JOIN agent a ON a.workspace_id = h.workspace_id AND a.id = h.agent_id
       WHERE (h.state = 'requested' AND h.changed_at < now() - interval '10 seconds')
          OR (h.state = 'offered' AND h.deadline_at < now() - interval '2 seconds')
          OR (h.state = 'expired' AND h.promised_by < now())
          OR (h.state = 'live' AND h.accepted_at IS NOT NULL AND (
               a.last_seen_at IS NULL OR a.last_seen_at < now() - $1 * interval '1 second'
               OR (a.presence = 'offline' AND a.presence_since > h.accepted_at
                   AND a.presence_since < now() - $1 * interval '1 second')
               OR h.first_reply_by < now()))
       ORDER BY h.changed_at LIMIT $2`,
      [graceSeconds, limit],
    );
  }
}
