import type {
  Actor,
  Audience,
  ConversationId,
  EventId,
  LogEvent,
  SiteId,
  VisitorId,
  WorkspaceId,
} from '@baton/shared-types';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/index.js';
import type { Seen } from './conversations.port.js';
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

export interface EventRow {
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

export const STATE_COLUMNS = `id, site_id AS "siteId", visitor_id AS "visitorId", status, owner, epoch, head,
  last_visitor_seq AS "lastVisitorSeq", speech, turn_lease_token AS "leaseToken", locale, time_zone AS "timeZone"`;
export const EVENT_COLUMNS = `id, conversation_id AS "conversationId", seq, type, schema_version AS "schemaVersion", at,
  actor, audience, epoch, client_id AS "clientId", data`;

export interface NewConversation {
  readonly id: ConversationId;
  readonly siteId: SiteId;
  readonly visitorId: VisitorId;
  readonly locale: string;
  readonly timeZone: string;
}

/** Who sent an event, as one string: client ids are unique per sender. */
export function senderKey(actor: Actor): string {
  return 'id' in actor ? actor.id : actor.kind;
}

/** Which part of a log: after a `seq`, the next so many (null: all), what this audience may see. */
export interface LogRange {
  readonly after: number;
  readonly limit: number | null;
  readonly audience: Audience;
}
const EVERYTHING: LogRange = { after: 0, limit: null, audience: 'internal' };

@Injectable()
export class ConversationsRepository {
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

  /** The address of the page on which the visitor was last, and how many pages the log knows. */
  async findLastPage(
    tx: Transaction,
    workspaceId: WorkspaceId,
    conversationId: ConversationId,
  ): Promise<{ readonly url: string; readonly pages: number } | null> {
    const rows = await tx.query<{ readonly url: string; readonly pages: number }>(
      `SELECT data->'page'->>'url' AS url, (count(*) OVER ())::int AS pages FROM conversation_event
       WHERE workspace_id = $1 AND conversation_id = $2 AND type IN ('conversation.started', 'page.visited')
       ORDER BY seq DESC LIMIT 1`,
      [workspaceId, conversationId],
    );
    return rows[0] ?? null;
  }

  /**
   * State and events in one round trip; null: there is no such conversation. What was committed between the two is left
   * out: its batch is on its way.
   */
  async read(
    tx: Transaction,
    workspaceId: WorkspaceId,
    conversationId: ConversationId,
    range: LogRange = EVERYTHING,
  ): Promise<Seen | null> {
    const [state, events] = await Promise.all([
      this.find(tx, workspaceId, conversationId),
      this.readAfter(tx, workspaceId, conversationId, range),
    ]);
    return state && { state, log: events.filter(({ seq }) => seq <= state.head) };
  }

  /** Events after a `seq` that the audience may see, among the next `limit`; null: all of them. */
  async readAfter(
    tx: Transaction,
    workspaceId: WorkspaceId,
    conversationId: ConversationId,
    range: LogRange,
  ): Promise<readonly LogEvent[]> {
    const rows = await tx.query<EventRow>(
      `SELECT ${EVENT_COLUMNS} FROM conversation_event
       WHERE workspace_id = $1 AND conversation_id = $2 AND seq > $3 AND ($4::int IS NULL OR seq <= $3 + $4)
         AND ($5 = 'internal' OR audience = 'public')
       ORDER BY seq`,
      [workspaceId, conversationId, range.after, range.limit, range.audience],
    );
    return rows.map(toLogEvent);
  }
}

export function toLogEvent(row: EventRow): LogEvent {
  return { ...row, at: row.at.toISOString() } as LogEvent;
}
