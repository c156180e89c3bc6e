import type { AgentId, ConversationId, HandoffId, WorkspaceId } from '@baton/shared-types';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/index.js';
import type { Handoff } from './core/handoff.js';

/** What may be set; what is left out stays. */
export type HandoffChange = Partial<
  Pick<
    Handoff,
    | 'state'
    | 'offeredTo'
    | 'agentId'
    | 'timesExpired'
    | 'rung'
    | 'offers'
    | 'asked'
    | 'declined'
    | 'directedTo'
    | 'team'
    | 'priority'
  >
> & {
  readonly deadlineAt?: string | null;
  readonly promisedBy?: string | null;
  readonly acceptedAt?: string | null;
  readonly firstReplyBy?: string | null;
};

const COLUMN: Readonly<Record<keyof HandoffChange, string>> = {
  state: 'state',
  offeredTo: 'offered_to',
  agentId: 'agent_id',
  timesExpired: 'times_expired',
  rung: 'rung',
  offers: 'offers',
  asked: 'asked',
  declined: 'declined',
  directedTo: 'directed_to',
  team: 'team',
  priority: 'priority',
  deadlineAt: 'deadline_at',
  promisedBy: 'promised_by',
  acceptedAt: 'accepted_at',
  firstReplyBy: 'first_reply_by',
};

const COLUMNS = `id, conversation_id AS "conversationId", reason, requested_seq AS "requestedSeq",
  requested_at AS "requestedAt", ${Object.entries(COLUMN)
    .map(([field, column]) => `${column} AS "${field}"`)
    .join(', ')}`;
const UNSETTLED = `('requested', 'offered', 'expired', 'live')`;

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
    const fields = Object.entries(change).flatMap(([field, value]) => {
      const column = COLUMN[field as keyof HandoffChange];
      return value === undefined ? [] : [{ column, value: field === 'directedTo' ? toJson(value) : value }];
    });
    const sets = fields.map(({ column }, index) => `${column} = $${index + 3}`);
    await tx.query(
      `UPDATE handoff SET ${['changed_at = now()', ...sets].join(', ')} WHERE workspace_id = $1 AND id = $2`,
      [workspaceId, id, ...fields.map(({ value }) => value)],
    );
  }

  /** Ends every handoff of the conversation that still waits or is live. */
  async closeUnsettled(
    tx: Transaction,
    workspaceId: WorkspaceId,
    conversationId: ConversationId,
  ): Promise<void> {
    await tx.query(
      `UPDATE handoff SET state = 'closed', deadline_at = NULL, first_reply_by = NULL, offered_to = '{}', changed_at = now()
       WHERE workspace_id = $1 AND conversation_id = $2 AND state IN ${UNSETTLED}`,
      [workspaceId, conversationId],
    );
  }

  /** The owner has written: the deadline of the first reply is kept. */
  async noteReply(
    tx: Transaction,
    workspaceId: WorkspaceId,
    conversationId: ConversationId,
    agentId: AgentId,
  ): Promise<void> {
    await tx.query(
      `UPDATE handoff SET first_reply_by = NULL, changed_at = now() WHERE workspace_id = $1 AND conversation_id = $2
         AND agent_id = $3 AND state = 'live' AND first_reply_by IS NOT NULL`,
      [workspaceId, conversationId, agentId],
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

  /** Handoffs that nobody has: the more urgent and then the older ones first. */
  async listWaiting(tx: Transaction, workspaceId: WorkspaceId, limit: number): Promise<readonly Handoff[]> {
    return tx.query<Handoff>(
      `SELECT ${COLUMNS} FROM handoff WHERE workspace_id = $1 AND state IN ('requested', 'offered', 'expired')
       ORDER BY priority DESC, requested_at, id LIMIT $2`,
      [workspaceId, limit],
    );
  }
}

function toJson(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}
