/** A day as a count of days since 1970-01-01, so that plain arithmetic works. */
export type Day = number;

/** Both ends inclusive; null means open. */
export interface Period {
  readonly from: Day | null;
  readonly to: Day | null;
}

const DAY_MS = 86_400_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** The local day of an instant (ISO 8601) in an IANA time zone. */
export function dayAt(instant: string, timeZone: string): Day {
  let formatter = formatters.get(timeZone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formatters.set(timeZone, formatter);
  }
  return Math.floor(Date.parse(`${formatter.format(new Date(instant))}T00:00:00Z`) / DAY_MS);
}

/** `month` 1 to 12; months and days beyond their end roll over. */
export function dayOf(year: number, month: number, day: number): Day {
  return Math.floor(Date.UTC(year, month - 1, day) / DAY_MS);
}

export function partsOf(day: Day): {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
} {
  const date = new Date(day * DAY_MS);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    // Monday is 1, Sunday 7.
    weekday: ((date.getUTCDay() + 6) % 7) + 1,
  };
}

export function isoDate(day: Day): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

export function monthPeriod(year: number, month: number): { readonly from: Day; readonly to: Day } {
  return { from: dayOf(year, month, 1), to: dayOf(year, month + 1, 1) - 1 };
}

/** The Monday of an ISO week. */
export function isoWeekStart(year: number, week: number): Day {
  const fourth = dayOf(year, 1, 4);
  return fourth - (partsOf(fourth).weekday - 1) + (week - 1) * 7;
}

/** Easter Sunday (Gregorian computus). */
export function easterOf(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  return dayOf(year, Math.floor((h + l - 7 * m + 114) / 31), ((h + l - 7 * m + 114) % 31) + 1);
}
