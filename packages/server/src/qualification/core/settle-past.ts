import { listUnanswered } from './pending-turn.js';
import { historyOf, logUpTo, memoryOf, type Past, type TurnLog } from './turn-log.js';

/**
 * Which form of a past this build writes and understands. Raise it with every change of what a fold holds or means:
 * pasts of other forms are then not used, and made anew from their logs.
 */
export const PAST_FORM = 1;

/** Recent events that stay as they are, and as many more again before the older half of them becomes past. */
const RECENT_EVENTS = 60;

/**
 * The past with the older recent events in it; null while there are few of them. A message that is still to be answered
 * stays recent, with all that came after it.
 */
export function settlePast(log: TurnLog): Past | null {
  const { past, recent } = log;
  if (recent.length < 2 * RECENT_EVENTS) return null;
  const firstOpen = listUnanswered(log)[0]?.seq ?? Number.POSITIVE_INFINITY;
  const last = Math.min(past.seq + recent.length - RECENT_EVENTS, firstOpen - 1);
  return last > past.seq ? foldPast(log, last) : null;
}

/** The past up to an event, which no turn that is still to come may have to look at by itself. */
export function foldPast(log: TurnLog, seq: number): Past {
  const settled = logUpTo(log, seq);
  return { seq, memory: memoryOf(settled, []), history: historyOf(settled) };
}
