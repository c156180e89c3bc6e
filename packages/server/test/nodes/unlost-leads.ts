import type { ConversationId, LogEvent } from '@baton/shared-types';
import type { World } from '../world.js';

/** A call that nobody would notice if it stayed as it is, or whose deadline has passed and that has not moved yet. */
export interface Unwatched {
  readonly conversationId: ConversationId;
  readonly why: string;
  /** Seconds since it should have moved; null: nothing says when it should. */
  readonly late: number | null;
}

/**
 * Whoever waits for a person or has one, and no deadline stands that would move them on, or one that has passed. What was
 * called and not offered yet has no deadline of its own: it is looked for after ten seconds. One statement, so that all of
 * it is seen at one moment.
 */
export async function listUnwatched(world: World): Promise<readonly Unwatched[]> {
  return world.sql<Unwatched>(
    `WITH waiting AS (
       SELECT c.id, c.owner, h.id AS handoff, h.state, h.agent_id, CASE h.state
           WHEN 'requested' THEN h.changed_at + interval '10 seconds' WHEN 'offered' THEN h.deadline_at
           WHEN 'expired' THEN h.promised_by ELSE h.first_reply_by END AS due,
         EXISTS (SELECT FROM conversation_event e WHERE e.workspace_id = c.workspace_id AND e.conversation_id = c.id
           AND e.type = 'message.sent' AND e.actor->>'id' = h.agent_id AND e.at >= h.accepted_at) AS written
       FROM conversation c LEFT JOIN handoff h ON h.workspace_id = c.workspace_id AND h.conversation_id = c.id
         AND h.state IN ('requested', 'offered', 'expired', 'live')
       WHERE c.status = 'open' AND c.owner->>'kind' <> 'assistant')
     SELECT id AS "conversationId", CASE
         WHEN handoff IS NULL THEN 'no handoff, and it belongs to ' || (owner->>'kind')
         WHEN state = 'live' AND owner->>'id' IS DISTINCT FROM agent_id THEN 'live with somebody who does not own it'
         ELSE state || CASE WHEN due IS NULL THEN ' without a deadline' ELSE ' and late' END END AS why,
       CASE WHEN handoff IS NULL OR state = 'live' AND owner->>'id' IS DISTINCT FROM agent_id THEN NULL
         ELSE extract(epoch FROM now() - due)::float8 END AS late
     FROM waiting WHERE handoff IS NULL OR due < now() OR due IS NULL AND NOT (state = 'live' AND written)
       OR state = 'live' AND owner->>'id' IS DISTINCT FROM agent_id`,
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
