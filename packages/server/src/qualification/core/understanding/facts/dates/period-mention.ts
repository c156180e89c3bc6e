import type { Day } from './calendar.js';

export type PeriodKind =
  | 'day'
  | 'month'
  | 'quarter'
  | 'half'
  | 'year'
  | 'week'
  | 'season'
  | 'asap'
  | 'distance'
  | 'holiday';

/** A time named in the text, before "by", "after" and "early" are taken into account. */
export interface PeriodMention {
  readonly start: number;
  readonly end: number;
  readonly from: Day;
  readonly to: Day;
  readonly kind: PeriodKind;
}

/** What the words of a mention stand for. */
export type NamedPeriod = Omit<PeriodMention, 'start' | 'end'>;
