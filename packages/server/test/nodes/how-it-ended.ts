import type { Actor, EventType } from '@baton/shared-types';

/** A line of the log as it stands in the table. */
export interface StoredEvent {
  readonly seq: number;
  readonly type: EventType;
  readonly at: Date;
  readonly actor: Actor;
  readonly data: {
    readonly deadlineAt?: string;
    readonly firstReplyBy?: string;
    readonly promisedBy?: string;
    readonly owner?: { readonly kind: string };
  };
}

export interface Ending {
  /** Somebody owned it and wrote; or the visitor was told by when somebody will; or it still waits. */
  readonly end: 'owner' | 'contact' | 'waits';
  /** Places in the log from which it waited for a person without a time at which it would go on. */
  readonly withoutDeadline: readonly number[];
  /** Two agents owned it with nobody in between. */
  readonly doubled: boolean;
  /** How long after its deadline the latest step came. */
  readonly latestMs: number;
}

const NEXT_STEP: ReadonlySet<EventType> = new Set<EventType>([
  'handoff.offered',
  'handoff.accepted',
  'handoff.expired',
  'handoff.reopened',
]);

/** Reads a handoff's fate from the log alone. */
export function howItEnded(log: readonly StoredEvent[]): Ending {
  let end: Ending['end'] = 'waits';
  let deadline: number | null = null;
  let latestMs = 0;
  let owner = 'assistant';
  let doubled = false;
  const withoutDeadline: number[] = [];
  for (const { type, seq, at, actor, data } of log) {
    const isReply = type === 'message.sent' && actor.kind === 'agent';
    if (deadline !== null && (NEXT_STEP.has(type) || isReply))
      latestMs = Math.max(latestMs, at.getTime() - deadline);
    if (NEXT_STEP.has(type) && type !== 'handoff.reopened') {
      const until = data.deadlineAt ?? data.firstReplyBy ?? data.promisedBy;
      if (until === undefined) withoutDeadline.push(seq);
      deadline = until === undefined ? null : Date.parse(until);
      end = type === 'handoff.expired' ? 'contact' : 'waits';
    }
    if (type === 'handoff.reopened') end = 'waits';
    if (isReply && owner === 'agent') {
      deadline = null;
      end = 'owner';
    }
    if (type === 'owner.changed') {
      const next = data.owner?.kind ?? '';
      doubled ||= owner === 'agent' && next === 'agent';
      owner = next;
    }
  }
  return { end, withoutDeadline, doubled, latestMs };
}
