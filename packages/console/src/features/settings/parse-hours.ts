import type { DayInterval, Holiday } from '@baton/shared-types';

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly line: string };

const INTERVAL = /^([01]\d|2[0-3]):([0-5]\d)\s*[-–]\s*(([01]\d|2[0-3]):([0-5]\d)|24:00)$/;
const HOLIDAY = /^(\d{4}-\d\d-\d\d)\s+(.+)$/;

/** `09:00-12:30, 13:30-18:00`; empty is closed. */
export function parseIntervals(text: string): Parsed<readonly DayInterval[]> {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const intervals: DayInterval[] = [];
  for (const part of parts) {
    if (!INTERVAL.test(part)) return { ok: false, line: part };
    const [from = '', to = ''] = part.split(/\s*[-–]\s*/);
    if (from >= to) return { ok: false, line: part };
    intervals.push({ from, to });
  }
  return { ok: true, value: intervals };
}

export function writeIntervals(intervals: readonly DayInterval[] | undefined): string {
  return (intervals ?? []).map(({ from, to }) => `${from}-${to}`).join(', ');
}

/** One a line: the day, its name, and perhaps the hours of that day. */
export function parseHolidays(text: string): Parsed<readonly Holiday[]> {
  const holidays: Holiday[] = [];
  for (const line of text
    .split('\n')
    .map((each) => each.trim())
    .filter((each) => each !== '')) {
    const match = HOLIDAY.exec(line);
    if (!match || Number.isNaN(Date.parse(match[1] ?? ''))) return { ok: false, line };
    const rest = match[2] ?? '';
    const begin = rest.search(/\d\d:\d\d/);
    const intervals = parseIntervals(begin < 0 ? '' : rest.slice(begin));
    const name = (begin < 0 ? rest : rest.slice(0, begin)).trim();
    if (!intervals.ok || name === '') return { ok: false, line };
    holidays.push({ on: match[1] ?? '', name, intervals: intervals.value });
  }
  return { ok: true, value: holidays };
}

export function writeHolidays(holidays: readonly Holiday[]): string {
  return holidays
    .map(({ on, name, intervals }) => `${on} ${name} ${writeIntervals(intervals)}`.trim())
    .join('\n');
}
