import type { ConversationId, LogEvent, VisitorId, WorkspaceId } from '@baton/shared-types';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/index.js';
import type { Repeat } from './append-task.js';
import {
  EVENT_COLUMNS,
  type EventRow,
  type NewConversation,
  STATE_COLUMNS,
  senderKey,
  toLogEvent,
} from './conversations.repository.js';
import type { ConversationState } from './core/conversation-state.js';

export interface SavedState {
  readonly state: ConversationState;
  /** The assistant owes a turn from now on. */
  readonly turnDue: boolean;
}

/**
 * What an append does to the tables, for many conversations of one workspace at a time. The lock is the one that an
 * UPDATE of the row takes; it lets rows that only refer to the conversation be inserted beside it.
 */
@Injectable()
export class AppendRepository {
  /** The rows, locked until the transaction ends. Without `wait` those that somebody else has locked are left out. */
  async lock(
    tx: Transaction,
    workspaceId: WorkspaceId,
    ids: readonly ConversationId[],
    wait: boolean,
  ): Promise<readonly ConversationState[]> {
    return tx.query<ConversationState>(
      `SELECT ${STATE_COLUMNS} FROM conversation WHERE workspace_id = $1 AND id = ANY($2)
       FOR NO KEY UPDATE ${wait ? '' : 'SKIP LOCKED'}`,
      [workspaceId, ids],
    );
  }

  async lockOpenOfVisitors(
    tx: Transaction,
    workspaceId: WorkspaceId,
    visitorIds: readonly VisitorId[],
    wait: boolean,
  ): Promise<readonly ConversationState[]> {
    return tx.query<ConversationState>(
      `SELECT ${STATE_COLUMNS} FROM conversation WHERE workspace_id = $1 AND visitor_id = ANY($2)
       AND status = 'open' FOR NO KEY UPDATE ${wait ? '' : 'SKIP LOCKED'}`,
      [workspaceId, visitorIds],
    );
  }

  /** The first event of each of these client ids, in whatever conversation; earliest first. */
  async findByClientIds(
    tx: Transaction,
    workspaceId: WorkspaceId,
    once: readonly { readonly sender: string; readonly clientId: string }[],
  ): Promise<readonly Repeat[]> {
    const rows = await tx.query<EventRow & { readonly sender: string }>(
      // OFFSET 0 keeps the planner from joining: it would read every event of the workspace to find a few.
      `SELECT e.* FROM unnest($2::text[], $3::text[]) AS k(sender, client_id) CROSS JOIN LATERAL (
         SELECT ${EVENT_COLUMNS}, sender FROM conversation_event
         WHERE workspace_id = $1 AND sender = k.sender AND client_id = k.client_id OFFSET 0) AS e
       ORDER BY e.at`,
      [workspaceId, once.map(({ sender }) => sender), once.map(({ clientId }) => clientId)],
    );
    return rows.map(({ sender, ...row }) => ({ sender, event: toLogEvent(row) }));
  }

  /** Makes an open conversation for each visitor who has none; where somebody was faster, none comes back. */
  async insertConversations(
    tx: Transaction,
    workspaceId: WorkspaceId,
    conversations: readonly NewConversation[],
  ): Promise<readonly ConversationState[]> {
    // In one order for everybody, so that two who begin the same ones wait for each other in turn.
    return tx.query<ConversationState>(
      `INSERT INTO conversation (workspace_id, id, site_id, visitor_id, locale, time_zone)
       SELECT $1, r.id, r."siteId", r."visitorId", r.locale, r."timeZone"
       FROM jsonb_to_recordset($2::jsonb) AS r(id text, "siteId" text, "visitorId" text, locale text, "timeZone" text)
       ORDER BY r."visitorId"
       ON CONFLICT (workspace_id, visitor_id) WHERE status = 'open' DO NOTHING RETURNING ${STATE_COLUMNS}`,
      [workspaceId, JSON.stringify(conversations)],
    );
  }

  insertEvents(tx: Transaction, workspaceId: WorkspaceId, events: readonly LogEvent[]): void {
    if (events.length === 0) return;
    const records = events.map((event) => ({ ...event, sender: senderKey(event.actor) }));
    tx.execute(
      `INSERT INTO conversation_event
         (workspace_id, conversation_id, seq, id, type, schema_version, at, actor, sender, audience, epoch, client_id, data)
       SELECT $1, r."conversationId", r.seq, r.id, r.type, r."schemaVersion", r.at, r.actor, r.sender, r.audience,
         r.epoch, r."clientId", r.data
       FROM jsonb_to_recordset($2::jsonb) AS r("conversationId" text, seq int, id text, type text, "schemaVersion" int,
         at timestamptz, actor jsonb, sender text, audience text, epoch int, "clientId" text, data jsonb)`,
      [workspaceId, JSON.stringify(records)],
    );
  }

  saveStates(tx: Transaction, workspaceId: WorkspaceId, saved: readonly SavedState[]): void {
    // The ids once more as an array: it lets the index find the rows whatever the planner makes of the records.
    const records = saved.map(({ state, turnDue }) => ({ ...state, turnDue }));
    tx.execute(
      `UPDATE conversation AS c SET status = r.status, owner = r.owner, epoch = r.epoch, head = r.head,
         last_visitor_seq = r."lastVisitorSeq", speech = r.speech,
         turn_due_at = CASE WHEN r."turnDue" THEN coalesce(c.turn_due_at, now()) ELSE c.turn_due_at END,
         turn_lease_until = CASE WHEN r."turnDue" AND c.turn_lease_token IS NULL THEN NULL ELSE c.turn_lease_until END,
         updated_at = now()
       FROM jsonb_to_recordset($2::jsonb) AS r(id text, status text, owner jsonb, epoch int, head int,
         "lastVisitorSeq" int, speech jsonb, "turnDue" boolean)
       WHERE c.workspace_id = $1 AND c.id = ANY($3) AND c.id = r.id`,
      [workspaceId, JSON.stringify(records), saved.map(({ state }) => state.id)],
    );
  }
}
