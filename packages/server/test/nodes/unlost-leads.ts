import type { ConversationId, LogEvent } from '@baton/shared-types';
import type { World } from '../world.js';

/** A call that nobody would notice if it stayed as it is. */
export interface Unwatched {
  readonly conversationId: ConversationId;
  readonly why: string;
}

/** Seconds: the sweep looks every 5 s at what is 2 s late or has waited for 10 s; a node may be dead meanwhile. */
const LATE = 12;
const UNHEARD = 25;

/**
 * Whoever waits for a person or has one, and no deadline stands that would move them on, or one that is long past.
 * One statement, so that all of it is seen at one moment.
 */
export async function listUnwatched(world: World): Promise<readonly Unwatched[]> {
  return world.sql<Unwatched>(
    `SELECT c.id AS "conversationId", CASE
         WHEN h.id IS NULL THEN 'belongs to ' || (c.owner->>'kind') || ' and there is no handoff'
         WHEN h.state = 'requested' THEN 'called and never offered'
         WHEN h.state = 'offered' AND h.deadline_at IS NULL THEN 'offered without a deadline'
         WHEN h.state = 'offered' THEN 'offered, and the deadline is long past'
         WHEN h.state = 'expired' AND h.promised_by IS NULL THEN 'nobody came, and nothing is promised'
         WHEN h.state = 'expired' THEN 'the promised time is long past'
         WHEN h.state = 'live' AND c.owner->>'id' IS DISTINCT FROM h.agent_id THEN 'live with somebody who does not own it'
         ELSE 'accepted, never written to, and no deadline moves it on' END AS why
     FROM conversation c LEFT JOIN handoff h ON h.workspace_id = c.workspace_id AND h.conversation_id = c.id
       AND h.state IN ('requested', 'offered', 'expired', 'live')
     WHERE c.status = 'open' AND c.owner->>'kind' <> 'assistant' AND (
       h.id IS NULL
       OR (h.state = 'requested' AND h.changed_at < now() - $2 * interval '1 second')
       OR (h.state = 'offered' AND coalesce(h.deadline_at < now() - $1 * interval '1 second', true))
       OR (h.state = 'expired' AND coalesce(h.promised_by < now() - $1 * interval '1 second', true))
       OR (h.state = 'live' AND c.owner->>'id' IS DISTINCT FROM h.agent_id)
       OR (h.state = 'live' AND h.first_reply_by < now() - $1 * interval '1 second')
       OR (h.state = 'live' AND h.first_reply_by IS NULL AND NOT EXISTS (
            SELECT FROM conversation_event e WHERE e.workspace_id = c.workspace_id AND e.conversation_id = c.id
              AND e.type = 'message.sent' AND e.actor->>'id' = h.agent_id AND e.at >= h.accepted_at)))`,
    [LATE, UNHEARD],
  );
}

/** A call that still moves: neither with somebody who has written, nor closed, nor ended with a promise. */
export interface Moving {
  readonly conversationId: ConversationId;
  readonly owner: string;
  readonly handoff: string | null;
  /** Seconds since the conversation's row last changed. */
  readonly idle: number;
}

export async function listMoving(world: World): Promise<readonly Moving[]> {
  return world.sql<Moving>(
    `SELECT c.id AS "conversationId", c.owner->>'kind' AS owner, h.state AS handoff,
       round(extract(epoch FROM now() - c.updated_at))::int AS idle FROM conversation c
       LEFT JOIN handoff h ON h.workspace_id = c.workspace_id AND h.conversation_id = c.id
         AND h.state IN ('requested', 'offered', 'expired', 'live')
     WHERE c.status = 'open' AND NOT coalesce(
       (h.state = 'live' AND h.first_reply_by IS NULL) OR (h.state = 'expired' AND h.promised_by > now()), false)`,
  );
}

export type Row = Pick<LogEvent, 'seq' | 'type'> & {
  readonly actor: { readonly kind: string; readonly id?: string };
  readonly data: {
    readonly owner?: { readonly kind: string; readonly id?: string };
    readonly epoch?: number;
    readonly slot?: { readonly key: string };
    readonly promisedBy?: string;
  };
};

export async function readRows(world: World, conversationId: ConversationId): Promise<readonly Row[]> {
  return world.sql<Row>(
    'SELECT seq, type, actor, data FROM conversation_event WHERE conversation_id = $1 ORDER BY seq',
    [conversationId],
  );
}

export type End = 'helped' | 'has an owner' | 'contact and a promised time' | 'told a promised time' | 'lost';

/** What became of a call, from its log alone. */
export function endOf(log: readonly Row[]): End {
  const called = log.find(({ type }) => type === 'handoff.requested');
  if (!called) return 'lost';
  const owner = log.findLast(({ type }) => type === 'owner.changed')?.data.owner;
  const writtenBy = (id: string | undefined) =>
    log.some(({ type, actor }) => type === 'message.sent' && actor.kind === 'agent' && actor.id === id);
  if (log.some(({ type }) => type === 'conversation.closed'))
    return owner?.kind === 'agent' && writtenBy(owner.id) ? 'helped' : 'lost';
  if (owner?.kind === 'agent') return writtenBy(owner.id) ? 'has an owner' : 'lost';
  const expired = log.findLast(({ type }) => type === 'handoff.expired');
  const isTold = log.some(
    ({ seq, type, actor }) => type === 'message.sent' && actor.kind === 'assistant' && seq > called.seq,
  );
  if (!expired?.data.promisedBy || !isTold) return 'lost';
  const hasContact = log.some(({ type, data }) => type === 'slot.filled' && data.slot?.key === 'email');
  return hasContact ? 'contact and a promised time' : 'told a promised time';
}

/** Moments at which a second agent got what the first one still had. */
export function listDoubleOwners(log: readonly Row[]): readonly number[] {
  let owner = 'assistant';
  const doubled: number[] = [];
  for (const { seq, type, data } of log) {
    if (type !== 'owner.changed' || !data.owner) continue;
    if (owner === 'agent' && data.owner.kind === 'agent') doubled.push(seq);
    owner = data.owner.kind;
  }
  return doubled;
}
