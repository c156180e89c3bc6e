import type { HandoffId, QueuePlace } from '@baton/shared-types';

export interface WaitingHandoff {
  readonly id: HandoffId;
  readonly state: 'requested' | 'offered' | 'expired';
  readonly team: string | null;
  /** Higher comes first. */
  readonly priority: number;
  readonly requestedAt: string;
  readonly promisedBy: string | null;
}

/** Fewer waits than this say nothing. */
const SAMPLE = 3;

/**
 * Where one of those who wait stands, among those who want the same team. `waits`: how long the last ones waited until
 * somebody came, in milliseconds. Claims nothing that is not known.
 */
export function queuePlace(
  mine: WaitingHandoff,
  queue: readonly WaitingHandoff[],
  waits: readonly number[],
  peopleThere: number,
): QueuePlace {
  const isServed = mine.state !== 'expired' && peopleThere > 0;
  const before = queue.filter(
    (other) => other.state !== 'expired' && other.team === mine.team && comesBefore(other, mine),
  );
  const position = isServed ? before.length + 1 : null;
  const usual = median(waits);
  return {
    handoffId: mine.id,
    position,
    waitSeconds:
      position === null || usual === null ? null : Math.max(1, Math.round((usual * position) / 1_000)),
    promisedBy: mine.promisedBy,
    peopleThere,
  };
}

function comesBefore(a: WaitingHandoff, b: WaitingHandoff): boolean {
  if (a.id === b.id) return false;
  if (a.priority !== b.priority) return a.priority > b.priority;
  return a.requestedAt === b.requestedAt ? a.id < b.id : a.requestedAt < b.requestedAt;
}

function median(values: readonly number[]): number | null {
  if (values.length < SAMPLE) return null;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}
