import type { AgentId, InboxRow } from '@baton/shared-types';
import type { Texts } from '../../i18n/english.js';
import { sectionOf } from './inbox-sections.js';

/** How near a deadline is: `calm` has no colour, `soon` is the last quarter, `now` the last tenth. */
export type Urgency = 'calm' | 'soon' | 'now';

export interface OfferTime {
  readonly secondsLeft: number;
  /** What is left of the whole time, 0 to 1. */
  readonly fraction: number;
  readonly urgency: Urgency;
}

/** A span of time in the two largest units that matter to a person; never negative. */
export function durationText(seconds: number, words: Texts['time']): string {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < 60) return words.seconds(whole);
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return words.minutes(minutes);
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return words.hours(hours, minutes % 60);
  return words.days(Math.floor(hours / 24));
}

/** What is left of an offer; null where no deadline runs. `now` in epoch milliseconds. */
export function offerTime(row: InboxRow, now: number): OfferTime | null {
  const { handoff } = row;
  if (handoff?.state !== 'offered' || handoff.deadlineAt === null) return null;
  const deadline = Date.parse(handoff.deadlineAt);
  const whole = deadline - Date.parse(handoff.requestedAt);
  const left = Math.max(0, deadline - now);
  // The two clocks may differ a little; a bar never shows more than the whole.
  const fraction = whole > 0 ? Math.min(1, left / whole) : 0;
  const urgency = fraction <= 0.1 ? 'now' : fraction <= 0.25 ? 'soon' : 'calm';
  return { secondsLeft: Math.ceil(left / 1000), fraction, urgency };
}

export interface WaitingTime {
  /** What the row shows. */
  readonly text: string;
  /** The visitor waits for a person; else the text only dates the last line. */
  readonly waits: boolean;
}

/** The time that a row shows: how long the visitor has waited for a person, or how old the last line is. */
export function waitingTime(
  row: InboxRow,
  clock: { now: number; me: AgentId | null },
  words: Texts['time'],
): WaitingTime {
  const { since, waits } = waitsSince(row, clock.me);
  const seconds = (clock.now - Date.parse(since)) / 1000;
  const text = !waits && seconds < 60 ? words.now : durationText(seconds, words);
  return { text, waits };
}

function waitsSince(row: InboxRow, me: AgentId | null): { since: string; waits: boolean } {
  const section = sectionOf(row, me);
  if (section === 'offers' || section === 'waiting') {
    return { since: row.handoff?.requestedAt ?? row.lastAt, waits: true };
  }
  return { since: row.lastAt, waits: section === 'mine' && row.lastFrom === 'visitor' };
}
