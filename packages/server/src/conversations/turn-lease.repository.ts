import type { ConversationId, SiteId, WorkspaceId } from '@baton/shared-types';
import { Injectable } from '@nestjs/common';
import { NO_WAIT_FOR_DISK, type Transaction } from '../database/index.js';

export interface DueTurn {
  readonly workspaceId: WorkspaceId;
  readonly conversationId: ConversationId;
}

/**
 * The assistant's turn, leased from the conversation's row: the lease runs out when its holder dies. A turn need not wait
 * for the disk to have it. If the database forgets it in a crash, whatever the turn writes afterwards is refused, as with
 * any lease that was lost; a finish that is forgotten finds nothing left to answer.
 */
@Injectable()
export class TurnLeaseRepository {
  /** True when this token now holds the turn. Somebody else's running lease, or no turn due: false. */
  async claim(
    tx: Transaction,
    workspaceId: WorkspaceId,
    conversationId: ConversationId,
    token: string,
    leaseMs: number,
  ): Promise<boolean> {
    tx.execute(NO_WAIT_FOR_DISK);
    const rows = await tx.query(
      `UPDATE conversation SET turn_lease_token = $3, turn_lease_until = now() + $4 * interval '1 millisecond'
       WHERE workspace_id = $1 AND id = $2 AND turn_due_at IS NOT NULL
         AND (turn_lease_until IS NULL OR turn_lease_until < now() OR turn_lease_token = $3)
       RETURNING id`,
      [workspaceId, conversationId, token, leaseMs],
    );
    return rows.length === 1;
  }

  /** Ends the turn. It stays due when the visitor has written after `answeredSeq`: then the answer is true. */
  async finish(
    tx: Transaction,
    workspaceId: WorkspaceId,
    conversationId: ConversationId,
    token: string,
    answeredSeq: number,
  ): Promise<{ readonly stillDue: boolean }> {
    tx.execute(NO_WAIT_FOR_DISK);
    const rows = await tx.query<{ stillDue: boolean }>(
      `UPDATE conversation SET turn_lease_token = NULL, turn_lease_until = NULL,
         turn_due_at = CASE WHEN last_visitor_seq > $4 THEN turn_due_at ELSE NULL END
       WHERE workspace_id = $1 AND id = $2 AND turn_lease_token = $3
       RETURNING turn_due_at IS NOT NULL AS "stillDue"`,
      [workspaceId, conversationId, token, answeredSeq],
    );
    return { stillDue: rows[0]?.stillDue ?? false };
  }

  /** Lets go of a turn that is not finished: another node may claim it at once. */
  async yield(
    tx: Transaction,
    workspaceId: WorkspaceId,
    conversationId: ConversationId,
    token: string,
  ): Promise<void> {
    await tx.query(
      `UPDATE conversation SET turn_lease_token = NULL, turn_lease_until = NULL
       WHERE workspace_id = $1 AND id = $2 AND turn_lease_token = $3`,
      [workspaceId, conversationId, token],
    );
  }

  /**
   * Lets a turn that failed rest: half as long as it has been due, but no longer than `longestMs`, so that one
   * conversation that cannot be answered costs ever less. It belongs to nobody then; a new line wakes it at once.
   */
  async rest(
    tx: Transaction,
    workspaceId: WorkspaceId,
    conversationId: ConversationId,
    token: string,
    wait: { readonly shortestMs: number; readonly longestMs: number },
  ): Promise<void> {
    await tx.query(
      `UPDATE conversation SET turn_lease_token = NULL, turn_lease_until = now() + least(
         greatest((now() - turn_due_at) / 2, $4 * interval '1 millisecond'), $5 * interval '1 millisecond')
       WHERE workspace_id = $1 AND id = $2 AND turn_lease_token = $3 AND turn_due_at IS NOT NULL`,
      [workspaceId, conversationId, token, wait.shortestMs, wait.longestMs],
    );
  }

  /** Turns that nobody holds, over all workspaces. For the system role. */
  async listDue(tx: Transaction, limit: number): Promise<readonly DueTurn[]> {
    return tx.query<DueTurn>(
      `SELECT workspace_id AS "workspaceId", id AS "conversationId" FROM conversation
       WHERE turn_due_at IS NOT NULL AND (turn_lease_until IS NULL OR turn_lease_until < now())
       ORDER BY turn_due_at LIMIT $1`,
      [limit],
    );
  }

  /** Conversations in which the assistant has a turn to take or is taking it; of one site, or of all. */
  async listDueOf(
    tx: Transaction,
    workspaceId: WorkspaceId,
    siteId: SiteId | null,
  ): Promise<readonly ConversationId[]> {
    const rows = await tx.query<{ readonly id: ConversationId }>(
      `SELECT id FROM conversation WHERE turn_due_at IS NOT NULL AND workspace_id = $1
         AND ($2::text IS NULL OR site_id = $2)`,
      [workspaceId, siteId],
    );
    return rows.map(({ id }) => id);
  }
}
