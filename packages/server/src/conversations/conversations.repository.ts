import type {
  Actor,
  Audience,
  ConversationId,
  EventId,
  LogEvent,
  NewEvent,
  SiteId,
  VisitorId,
  WorkspaceId,
} from '@baton/shared-types';
import { EVENT_SCHEMA_VERSION } from '@baton/shared-types';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/index.js';
import type { ConversationState, Speech } from './core/conversation-state.js';

interface ConversationRow {
  readonly id: ConversationId;
  readonly siteId: SiteId;
  readonly visitorId: VisitorId;
  readonly status: 'open' | 'closed';
  readonly owner: ConversationState['owner'];
  readonly epoch: number;
  readonly head: number;
  readonly lastVisitorSeq: number;
  readonly speech: Speech | null;
  readonly leaseToken: string | null;
  readonly locale: string;
  readonly timeZone: string;
}

interface EventRow {
  readonly id: EventId;
  readonly conversationId: ConversationId;
  readonly seq: number;
  readonly type: string;
  readonly schemaVersion: number;
  readonly at: Date;
  readonly actor: Actor;
  readonly audience: Audience;
  readonly epoch: number;
  readonly clientId: string | null;
  readonly data: unknown;
}

const STATE_COLUMNS = `id, site_id AS "siteId", visitor_id AS "visitorId", status, owner, epoch, head,
  last_visitor_seq AS "lastVisitorSeq", speech, turn_lease_token AS "leaseToken", locale, time_zone AS "timeZone"`;
const EVENT_COLUMNS = `id, conversation_id AS "conversationId", seq, type, schema_version AS "schemaVersion", at,
  actor, audience, epoch, client_id AS "clientId", data`;

export interface NewConversation {
  readonly id: ConversationId;
  readonly siteId: SiteId;
  readonly visitorId: VisitorId;
  readonly locale: string;
  readonly timeZone: string;
}

/** An event with its id and time, waiting for its `seq`. */
export interface StampedEvent {
  readonly id: EventId;
  readonly at: string;
  readonly epoch: number;
  readonly event: NewEvent;
}

/** Who sent an event, as one string: client ids are unique per sender. */
export function senderKey(actor: Actor): string {
  return 'id' in actor ? actor.id : actor.kind;
}

@Injectable()
export class ConversationsRepository {
  /** Makes the visitor's open conversation unless there is one already; false when somebody was faster. */
  async insert(tx: Transaction, workspaceId: WorkspaceId, conversation: NewConversation): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO conversation (workspace_id, id, site_id, visitor_id, locale, time_zone)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (workspace_id, visitor_id) WHERE status = 'open' DO NOTHING RETURNING id`,
      [
        workspaceId,
        conversation.id,
        conversation.siteId,
        conversation.visitorId,
        conversation.locale,
        conversation.timeZone,
      ],
    );
    return rows.length === 1;
  }

  async find(
    tx: Transaction,
    workspaceId: WorkspaceId,
    id: ConversationId,
  ): Promise<ConversationState | null> {
    const rows = await tx.query<ConversationRow>(
      `SELECT ${STATE_COLUMNS} FROM conversation WHERE workspace_id = $1 AND id = $2`,
      [workspaceId, id],
    );
    return rows[0] ?? null;
  }

  async listHeads(
    tx: Transaction,
    workspaceId: WorkspaceId,
    ids: readonly ConversationId[],
  ): Promise<ReadonlyMap<ConversationId, number>> {
    const rows = await tx.query<Pick<ConversationRow, 'id' | 'head'>>(
      'SELECT id, head FROM conversation WHERE workspace_id = $1 AND id = ANY($2)',
      [workspaceId, ids],
    );
    return new Map(rows.map(({ id, head }) => [id, head]));
  }

  /** Reads the row and holds its lock until the transaction ends: appends to one conversation queue up here. */
  async findLocked(
    tx: Transaction,
    workspaceId: WorkspaceId,
    id: ConversationId,
  ): Promise<ConversationState | null> {
    const rows = await tx.query<ConversationRow>(
      `SELECT ${STATE_COLUMNS} FROM conversation WHERE workspace_id = $1 AND id = $2 FOR UPDATE`,
      [workspaceId, id],
    );
    return rows[0] ?? null;
  }

  async findOpenOfVisitor(
    tx: Transaction,
    workspaceId: WorkspaceId,
    visitorId: VisitorId,
  ): Promise<ConversationState | null> {
    const rows = await tx.query<ConversationRow>(
      `SELECT ${STATE_COLUMNS} FROM conversation WHERE workspace_id = $1 AND visitor_id = $2 AND status = 'open'`,
      [workspaceId, visitorId],
    );
    return rows[0] ?? null;
  }

  /** The visitor's latest conversation, open or closed: what a returning visitor is shown. */
  async findLatestOfVisitor(
    tx: Transaction,
    workspaceId: WorkspaceId,
    visitorId: VisitorId,
  ): Promise<ConversationState | null> {
    const rows = await tx.query<ConversationRow>(
      `SELECT ${STATE_COLUMNS} FROM conversation WHERE workspace_id = $1 AND visitor_id = $2
       ORDER BY (status = 'open') DESC, created_at DESC, id DESC LIMIT 1`,
      [workspaceId, visitorId],
    );
    return rows[0] ?? null;
  }

  /** The event that a sender's client id already names, in one conversation or, with null, in any. */
  async findByClientId(
    tx: Transaction,
    workspaceId: WorkspaceId,
    sender: string,
    clientId: string,
    conversationId: ConversationId | null,
  ): Promise<LogEvent | null> {
    const rows = await tx.query<EventRow>(
      `SELECT ${EVENT_COLUMNS} FROM conversation_event
       WHERE workspace_id = $1 AND sender = $2 AND client_id = $3 AND ($4::text IS NULL OR conversation_id = $4)
       ORDER BY at LIMIT 1`,
      [workspaceId, sender, clientId, conversationId],
    );
    return rows[0] ? toLogEvent(rows[0]) : null;
  }

  async insertEvents(
    tx: Transaction,
    workspaceId: WorkspaceId,
    conversationId: ConversationId,
    firstSeq: number,
    stamped: readonly StampedEvent[],
  ): Promise<readonly LogEvent[]> {
    const records = stamped.map(({ id, at, epoch, event }, index) => ({
      seq: firstSeq + index,
      id,
      type: event.type,
      at,
      actor: event.actor,
      sender: senderKey(event.actor),
      audience: event.audience,
      epoch,
      client_id: event.clientId,
      data: event.data,
    }));
    await tx.query(
      `INSERT INTO conversation_event
         (workspace_id, conversation_id, seq, id, type, schema_version, at, actor, sender, audience, epoch, client_id, data)
       SELECT $1, $2, r.seq, r.id, r.type, $3, r.at, r.actor, r.sender, r.audience, r.epoch, r.client_id, r.data
       FROM jsonb_to_recordset($4::jsonb) AS r(seq int, id text, type text, at timestamptz, actor jsonb, sender text,
         audience text, epoch int, client_id text, data jsonb)`,
      [workspaceId, conversationId, EVENT_SCHEMA_VERSION, JSON.stringify(records)],
    );
    return stamped.map(
      ({ id, at, epoch, event }, index) =>
        ({
          id,
          conversationId,
          seq: firstSeq + index,
          schemaVersion: EVENT_SCHEMA_VERSION,
          at,
          epoch,
          ...event,
        }) as LogEvent,
    );
  }

  async saveState(
    tx: Transaction,
    workspaceId: WorkspaceId,
    state: ConversationState,
    turnDue: boolean,
  ): Promise<void> {
    await tx.query(
      `UPDATE conversation SET status = $3, owner = $4, epoch = $5, head = $6, last_visitor_seq = $7, speech = $8,
         turn_due_at = CASE WHEN $9 THEN coalesce(turn_due_at, now()) ELSE turn_due_at END,
         turn_lease_until = CASE WHEN $9 AND turn_lease_token IS NULL THEN NULL ELSE turn_lease_until END,
         updated_at = now()
       WHERE workspace_id = $1 AND id = $2`,
      [
        workspaceId,
        state.id,
        state.status,
        JSON.stringify(state.owner),
        state.epoch,
        state.head,
        state.lastVisitorSeq,
        state.speech ? JSON.stringify(state.speech) : null,
        turnDue,
      ],
    );
  }

  async saveSpeech(
    tx: Transaction,
    workspaceId: WorkspaceId,
    id: ConversationId,
    speech: Speech,
  ): Promise<void> {
    await tx.query('UPDATE conversation SET speech = $3 WHERE workspace_id = $1 AND id = $2', [
      workspaceId,
      id,
      JSON.stringify(speech),
    ]);
  }

  /** Events in `(after, after + limit]` that the audience may see, and the conversation's head, in one snapshot. */
  async readAfter(
    tx: Transaction,
    workspaceId: WorkspaceId,
    conversationId: ConversationId,
    range: { readonly after: number; readonly through: number },
    audience: Audience,
  ): Promise<readonly LogEvent[]> {
    const rows = await tx.query<EventRow>(
      `SELECT ${EVENT_COLUMNS} FROM conversation_event
       WHERE workspace_id = $1 AND conversation_id = $2 AND seq > $3 AND seq <= $4
         AND ($5 = 'internal' OR audience = 'public')
       ORDER BY seq`,
      [workspaceId, conversationId, range.after, range.through, audience],
    );
    return rows.map(toLogEvent);
  }
}

function toLogEvent(row: EventRow): LogEvent {
  return { ...row, at: row.at.toISOString() } as LogEvent;
}
