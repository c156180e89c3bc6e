import { type BusinessHours, type DayInterval, WEEKDAYS } from '@baton/shared-types';

const MINUTE_MS = 60_000;
const DAYS_AHEAD = 370;

/** Whether somebody with these hours works at this instant. No hours: always. */
export function isWithinHours(hours: BusinessHours | null, at: Date): boolean {
  if (!hours) return true;
  const { date, weekday, time } = wallClock(hours.timeZone, at);
  return intervalsOf(hours, date, weekday).some(({ from, to }) => from <= time && time < to);
}

/** The first instant from `at` on that lies within the hours; null when none does within a year. */
export function nextOpening(hours: BusinessHours | null, at: Date): Date | null {
  if (isWithinHours(hours, at)) return at;
  if (!hours) return at;
  for (let day = 0; day <= DAYS_AHEAD; day += 1) {
    const noon = new Date(at.getTime() + day * 24 * 60 * MINUTE_MS);
    const { date, weekday } = wallClock(hours.timeZone, noon);
    for (const { from } of intervalsOf(hours, date, weekday)) {
      const opening = instantOf(hours.timeZone, date, from);
      if (opening.getTime() >= at.getTime()) return opening;
    }
  }
  return null;
}

/** By when somebody can be promised who needs so many working minutes; null when nobody ever works. */
export function promiseTime(hours: BusinessHours | null, at: Date, minutes: number): Date | null {
  const begin = nextOpening(hours, at);
  if (!begin) return null;
  const due = new Date(begin.getTime() + minutes * MINUTE_MS);
  if (isWithinHours(hours, new Date(due.getTime() - MINUTE_MS))) return due;
  const again = nextOpening(hours, due);
  return again && new Date(again.getTime() + minutes * MINUTE_MS);
}

function intervalsOf(hours: BusinessHours, date: string, weekday: number): readonly DayInterval[] {
  const holiday = hours.holidays.find(({ on }) => on === date);
  if (holiday) return holiday.intervals;
  const day = WEEKDAYS[weekday];
  return (day && hours.week[day]) ?? [];
}

interface WallClock {
  /** ISO date. */
  readonly date: string;
  /** 0 is Monday. */
  readonly weekday: number;
  /** `HH:MM`. */
  readonly time: string;
}

/** What clocks of the zone show at an instant. */
export function wallClock(timeZone: string, at: Date): WallClock {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? '';
  const date = `${part('year')}-${part('month')}-${part('day')}`;
  const sundayFirst = new Date(`${date}T00:00:00Z`).getUTCDay();
  return { date, weekday: (sundayFirst + 6) % 7, time: `${part('hour')}:${part('minute')}` };
}

/** The instant at which clocks of the zone show this time; in a gap of summer time the first one after it. */
function instantOf(timeZone: string, date: string, time: string): Date {
  const wanted = Date.parse(`${date}T${time === '24:00' ? '23:59' : time}:00Z`);
  let guess = wanted;
  // Twice: the offset at the first guess may be that of the other side of a change of clocks.
  for (let round = 0; round < 2; round += 1) {
    const shown = wallClock(timeZone, new Date(guess));
    guess += wanted - Date.parse(`${shown.date}T${shown.time}:00Z`);
  }
  return new Date(guess);
}
