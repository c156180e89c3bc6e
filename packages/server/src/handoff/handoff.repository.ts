import type { AgentId, ConversationId, HandoffId, HandoffReason, WorkspaceId } from '@baton/shared-types';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/index.js';

export type HandoffState = 'requested' | 'offered' | 'expired' | 'live' | 'returned' | 'closed';

export interface Handoff {
  readonly id: HandoffId;
  readonly conversationId: ConversationId;
  readonly state: HandoffState;
  readonly reason: HandoffReason;
  readonly requestedSeq: number;
  readonly requestedAt: Date;
  readonly deadlineAt: Date | null;
  readonly offeredTo: readonly AgentId[];
  readonly agentId: AgentId | null;
  readonly timesExpired: number;
}

export type HandoffChange = Partial<Pick<Handoff, 'state' | 'offeredTo' | 'agentId' | 'timesExpired'>> & {
  readonly deadlineAt?: string | null;
};

const COLUMNS = `id, conversation_id AS "conversationId", state, reason, requested_seq AS "requestedSeq",
  requested_at AS "requestedAt", deadline_at AS "deadlineAt", offered_to AS "offeredTo", agent_id AS "agentId",
  times_expired AS "timesExpired"`;

@Injectable()
export class HandoffRepository {
  async insert(
    tx: Transaction,
    workspaceId: WorkspaceId,
    handoff: Pick<Handoff, 'id' | 'conversationId' | 'state' | 'reason' | 'requestedSeq'> & {
      readonly requestedAt: string;
    },
  ): Promise<void> {
    const { id, conversationId, state, reason, requestedSeq, requestedAt } = handoff;
    await tx.query(
      `INSERT INTO handoff (workspace_id, id, conversation_id, state, reason, requested_seq, requested_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [workspaceId, id, conversationId, state, reason, requestedSeq, requestedAt],
    );
  }

  async update(
    tx: Transaction,
    workspaceId: WorkspaceId,
    id: HandoffId,
    change: HandoffChange,
  ): Promise<void> {
    await tx.query(
      `UPDATE handoff SET state = coalesce($3, state), offered_to = coalesce($4, offered_to),
         agent_id = coalesce($5, agent_id), times_expired = times_expired + $6,
         deadline_at = CASE WHEN $7 THEN $8::timestamptz ELSE deadline_at END
       WHERE workspace_id = $1 AND id = $2`,
      [
        workspaceId,
        id,
        change.state ?? null,
        change.offeredTo ?? null,
        change.agentId ?? null,
        change.timesExpired ?? 0,
        change.deadlineAt !== undefined,
        change.deadlineAt ?? null,
      ],
    );
  }

  /** Ends every handoff of the conversation that still waits or is live. */
  async closeUnsettled(
    tx: Transaction,
    workspaceId: WorkspaceId,
    conversationId: ConversationId,
  ): Promise<void> {
    await tx.query(
      `UPDATE handoff SET state = 'closed', deadline_at = NULL, offered_to = '{}'
       WHERE workspace_id = $1 AND conversation_id = $2 AND state IN ('requested', 'offered', 'expired', 'live')`,
      [workspaceId, conversationId],
    );
  }

  async find(tx: Transaction, workspaceId: WorkspaceId, id: HandoffId): Promise<Handoff | null> {
    const rows = await tx.query<Handoff>(
      `SELECT ${COLUMNS} FROM handoff WHERE workspace_id = $1 AND id = $2`,
      [workspaceId, id],
    );
    return rows[0] ?? null;
  }

  /** The conversation's latest handoff, whatever its state. */
  async findLatest(
    tx: Transaction,
    workspaceId: WorkspaceId,
    conversationId: ConversationId,
  ): Promise<Handoff | null> {
    const rows = await tx.query<Handoff>(
      `SELECT ${COLUMNS} FROM handoff WHERE workspace_id = $1 AND conversation_id = $2
       ORDER BY requested_seq DESC LIMIT 1`,
      [workspaceId, conversationId],
    );
    return rows[0] ?? null;
  }

  /** Handoffs that nobody has, oldest first. */
  async listWaiting(tx: Transaction, workspaceId: WorkspaceId, limit: number): Promise<readonly Handoff[]> {
    return tx.query<Handoff>(
      `SELECT ${COLUMNS} FROM handoff WHERE workspace_id = $1 AND state IN ('requested', 'offered', 'expired')
       ORDER BY requested_at LIMIT $2`,
      [workspaceId, limit],
    );
  }
}
