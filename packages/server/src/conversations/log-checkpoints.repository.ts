import type { ConversationId, LogEvent, WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { NO_WAIT_FOR_DISK, type Transaction } from '../database/index.js';
import type { Checkpoint, SeenRecently } from './conversations.port.js';
import {
  ConversationsRepository,
  EVENT_COLUMNS,
  type EventRow,
  toLogEvent,
} from './conversations.repository.js';

/** Folds of the beginning of logs. Each can be made again from its log: losing them all loses nothing. */
@Injectable()
export class LogCheckpointsRepository {
  constructor(@Inject(ConversationsRepository) private readonly conversations: ConversationsRepository) {}

  /**
   * The state, the checkpoint of that fold and the events after it, in one round trip; null: there is no such
   * conversation. Where the events do not go on where the checkpoint ends, it is not used and the whole log is read.
   */
  async read(
    tx: Transaction,
    workspaceId: WorkspaceId,
    conversationId: ConversationId,
    fold: number | null,
  ): Promise<SeenRecently | null> {
    const at = [workspaceId, conversationId, fold];
    // The events before the checkpoint: one that is moved on in between then leaves none out.
    const [state, events, checkpoints] = await Promise.all([
      this.conversations.find(tx, workspaceId, conversationId),
      tx.query<EventRow>(
        // A join, and no scalar subquery: under row-level security that would not narrow the index down.
        `SELECT ${EVENT_COLUMNS} FROM conversation_event AS event
         JOIN (SELECT coalesce(max(seq), 0) AS checkpoint_seq FROM log_checkpoint
           WHERE workspace_id = $1 AND conversation_id = $2 AND fold = $3) AS kept ON event.seq > kept.checkpoint_seq
         WHERE workspace_id = $1 AND conversation_id = $2 ORDER BY seq`,
        at,
      ),
      tx.query<Checkpoint>(
        'SELECT fold, seq, held FROM log_checkpoint WHERE workspace_id = $1 AND conversation_id = $2 AND fold = $3',
        at,
      ),
    ]);
    if (!state) return null;
    const checkpoint = checkpoints[0] ?? null;
    const after = checkpoint?.seq ?? 0;
    const log = events.filter(({ seq }) => seq > after && seq <= state.head).map(toLogEvent);
    if (reaches(after, log, state.head)) return { state, checkpoint, log };
    const whole = await this.conversations.read(tx, workspaceId, conversationId);
    return whole && { ...whole, checkpoint: null };
  }

  /** Keeps a checkpoint unless a later one of the same fold is kept. Nobody waits for the disk: it can be made again. */
  async keep(
    tx: Transaction,
    workspaceId: WorkspaceId,
    conversationId: ConversationId,
    { fold, seq, held }: Checkpoint,
  ): Promise<void> {
    tx.execute(NO_WAIT_FOR_DISK);
    await tx.query(
      `INSERT INTO log_checkpoint AS kept (workspace_id, conversation_id, seq, fold, held) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (workspace_id, conversation_id) DO UPDATE SET seq = excluded.seq, fold = excluded.fold, held = excluded.held
       WHERE kept.fold <> excluded.fold OR kept.seq < excluded.seq`,
      [workspaceId, conversationId, seq, fold, JSON.stringify(held)],
    );
  }
}

/** Whether the events lead from one place to the other without a gap. */
function reaches(after: number, log: readonly LogEvent[], head: number): boolean {
  return (log[0]?.seq ?? after + 1) === after + 1 && after + log.length === head;
}
