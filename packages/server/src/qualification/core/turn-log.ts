import type { LogEvent, LogEventOf } from '@baton/shared-types';
import { type ConversationHistory, NO_HISTORY, readHistory } from './history.js';
import { emptyMemory, type MemorySlot, type QualificationMemory } from './memory/qualification-memory.js';
import { recallMemory } from './recall-memory.js';

/** What the beginning of a log amounts to: its events are not looked at one by one any more. */
export interface Past {
  /** The last event that is in it; 0 when nothing is. */
  readonly seq: number;
  /** Holds the slots that have changed and no others. */
  readonly memory: QualificationMemory;
  readonly history: ConversationHistory;
}

/** The log as a turn reads it: what is long past as a fold, the rest event by event. */
export interface TurnLog {
  readonly past: Past;
  /** The events after the past, without a gap. */
  readonly recent: readonly LogEvent[];
}

const NO_PAST: Past = { seq: 0, memory: emptyMemory([]), history: NO_HISTORY };

/** Whether something that was kept has the parts of a past. */
export function isPast(held: unknown): held is Omit<Past, 'seq'> {
  const parts = held as Partial<Past> | null;
  return hasAll(parts?.memory, NO_PAST.memory) && hasAll(parts?.history, NO_PAST.history);
}

function hasAll(given: object | undefined, wanted: object): boolean {
  return typeof given === 'object' && given !== null && Object.keys(wanted).every((key) => key in given);
}

/** A log of which every event is at hand. */
export function wholeLog(events: readonly LogEvent[]): TurnLog {
  return { past: NO_PAST, recent: events };
}

/** `seq` of the last event. */
export function headOf({ past, recent }: TurnLog): number {
  return recent.at(-1)?.seq ?? past.seq;
}

/** The log with the events that have come since. */
export function withEvents({ past, recent }: TurnLog, events: readonly LogEvent[]): TurnLog {
  return { past, recent: [...recent, ...events] };
}

/** The log as it was when `seq` was its last event; what is past cannot be taken apart again. */
export function logUpTo({ past, recent }: TurnLog, seq: number): TurnLog {
  if (seq < past.seq) throw new RangeError(`event ${seq} is in the past up to ${past.seq}`);
  return { past, recent: recent.filter((event) => event.seq <= seq) };
}

export function historyOf({ past, recent }: TurnLog): ConversationHistory {
  return readHistory(recent, past.history);
}

export function memoryOf({ past, recent }: TurnLog, slots: readonly MemorySlot[]): QualificationMemory {
  return recallMemory(recent, slots, past.memory);
}

/** The recent messages, whoever sent them. */
export function recentMessages({ recent }: TurnLog): readonly LogEventOf<'message.sent'>[] {
  return recent.filter((event): event is LogEventOf<'message.sent'> => event.type === 'message.sent');
}
