import { type Day, dayOf, easterOf, isoWeekStart, monthPeriod, partsOf } from './calendar.js';
import { COUNTS, type HolidayDate, type NthWeekday, WEEKDAYS } from './date-words.js';
import type { NamedPeriod } from './period-mention.js';

export function oneDay(year: number, month: number, day: number): NamedPeriod | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const at = dayOf(year, month, day);
  return { from: at, to: at, kind: 'day' };
}

/** A day of the year without or with its year: the next one from today. */
export function nextDay(
  today: Day,
  month: number,
  day: number,
  year: string | undefined,
): NamedPeriod | null {
  const given = yearOf(year, today);
  if (given !== null) return oneDay(given, month, day);
  const thisYear = partsOf(today).year;
  const found = oneDay(thisYear, month, day);
  return found !== null && found.from < today ? oneDay(thisYear + 1, month, day) : found;
}

export function readNumericDate(
  [, first, separator, second, year]: RegExpMatchArray,
  today: Day,
): NamedPeriod | null {
  const one = Number(first);
  const two = Number(second);
  if (year === undefined && separator === '.' && !(one > 0 && two > 0 && two <= 12)) return null;
  // "24/7", "50/50": no date.
  if (year === undefined && separator === '/') return null;
  const [day, month] = two > 12 ? [two, one] : [one, two];
  return nextDay(today, month, day, year === undefined ? undefined : year.length === 2 ? `20${year}` : year);
}

export function readMonth(
  match: RegExpMatchArray,
  today: Day,
  months: ReadonlyMap<string, number>,
  language: string,
): NamedPeriod | null {
  const [, name, year] = match;
  const month = months.get(name ?? '') ?? 0;
  if (isOtherWord(match, name ?? '', language)) return null;
  const now = partsOf(today);
  const given = yearOf(year, today);
  const which = given ?? (month < now.month ? now.year + 1 : now.year);
  return { ...monthPeriod(which, month), kind: 'month' };
}

/** "may" and "march" are verbs, "mar" and "set" words, unless something makes a month of them. */
function isOtherWord(match: RegExpMatchArray, name: string, language: string): boolean {
  if (
    !/^(?:may|march|mar|set|out|ago|gen|mag|sei|jan|dic|ene|jui|mars|abr|dec|sep|sept|marco|august|april|june|july)$/.test(
      name,
    )
  )
    return false;
  const text = match.input ?? '';
  const at = match.index ?? 0;
  const before = text.slice(Math.max(0, at - 16), at);
  const after = text.slice(at + match[0].length, at + match[0].length + 12);
  if (/^(?:april|june|july|august|jan|sept|dec)$/.test(name))
    return (
      /(?<![a-z])(?:i'?m|im|name'?s|name is|call me|this is|hi|hello)\s$/.test(before) &&
      // German "im April" is when, English "im April" is who.
      !(language === 'de' && /(?<![a-z])im\s$/.test(before))
    );
  if (match[2] !== undefined) return false;
  if (
    /(?:^|[^a-z])(?:in|by|before|until|till|since|from|after|early|mid|late|end of|of|for|next|this|around|about|through|to|and|or|en|em|de|a|fin|ate|in|im|per|entro|da|or|maybe|probably|-|\/|debut|mi|vers|courant|avant|apres|des|pour|para|antes de|inicio|finales de|principios de|meados|inizio|meta|fine)[\s-]?$/.test(
      before,
    )
  )
    return !/^\s(?:i|we|you|be|not|have|need|cause)(?![a-z])/.test(after) ? false : name === 'may';
  return (
    !/^\s*$|^[\s]*[.,!?]|^\s(?:or|and|to|-|at|latest|would|i think|ish|works|probably|for|is)/.test(after) ||
    /(?:^|[^a-z])(?:we|i|you|it|they|he|she|that|which|who|this)\s$/.test(before)
  );
}

export function quarter(today: Day, number: number, year: string | undefined): NamedPeriod | null {
  if (number < 1 || number > 4) return null;
  const now = partsOf(today);
  const given = yearOf(year, today);
  const end = (y: number) => monthPeriod(y, number * 3).to;
  const which = given ?? (end(now.year) < today ? now.year + 1 : now.year);
  return { from: dayOf(which, number * 3 - 2, 1), to: end(which), kind: 'quarter' };
}

export function quarterAfter(today: Day, count: number): NamedPeriod {
  const now = partsOf(today);
  const first = Math.floor((now.month - 1) / 3) * 3 + 1 + count * 3;
  const from = dayOf(now.year, first, 1);
  return { from: count === 0 ? today : from, to: dayOf(now.year, first + 3, 1) - 1, kind: 'quarter' };
}

export function halfYear(today: Day, half: number, year: string | undefined): NamedPeriod | null {
  if (half < 1 || half > 2) return null;
  const now = partsOf(today);
  const which = yearOf(year, today) ?? (half === 1 && now.month > 6 ? now.year + 1 : now.year);
  return { from: dayOf(which, half * 6 - 5, 1), to: monthPeriod(which, half * 6).to, kind: 'half' };
}

export function readIsoWeek([, number]: RegExpMatchArray, today: Day): NamedPeriod | null {
  const week = Number(number);
  if (week < 1 || week > 53) return null;
  const { year } = partsOf(today);
  const thisYear = isoWeekStart(year, week);
  const from = thisYear + 6 < today ? isoWeekStart(year + 1, week) : thisYear;
  return { from, to: from + 6, kind: 'week' };
}

export function weekAfter(today: Day, count: number): NamedPeriod {
  const monday = today - (partsOf(today).weekday - 1) + count * 7;
  return { from: monday, to: monday + 6, kind: 'week' };
}

export function monthAfter(today: Day, count: number): NamedPeriod {
  const now = partsOf(today);
  return {
    from: dayOf(now.year, now.month + count, 1),
    to: dayOf(now.year, now.month + count + 1, 1) - 1,
    kind: 'month',
  };
}

export function wholeYear(year: number): NamedPeriod {
  return { from: dayOf(year, 1, 1), to: dayOf(year, 12, 31), kind: 'year' };
}

export function readDistance(match: RegExpMatchArray, today: Day): NamedPeriod | null {
  const low = countOf(match[1]);
  const high = countOf(match[2]) ?? low;
  if (low === null || high === null) return null;
  const unit = match[3] !== undefined ? 1 : match[4] !== undefined ? 7 : 30;
  const within =
    /^(?:within|in the next|within the|over the|in the coming|in den|innerhalb|binnen|dans les|d'ici|sous|en los|en las|entro|nei|nelle|nos|nas|in de|de komende|the next|next|die nachsten)/.test(
      match[0],
    );
  const add = (count: number) => {
    const now = partsOf(today);
    return unit === 30 ? dayOf(now.year, now.month + count, now.day) : today + count * unit;
  };
  return { from: within ? today : add(low), to: add(high), kind: 'distance' };
}

function countOf(word: string | undefined): number | null {
  if (word === undefined) return null;
  const digits = Number(word);
  return Number.isNaN(digits) ? (COUNTS.get(word.replace(/\s+/g, ' ')) ?? null) : digits;
}

export function readWeekday(match: RegExpMatchArray, today: Day): NamedPeriod | null {
  const weekday = WEEKDAYS.get(match[1] ?? '');
  if (weekday === undefined) return null;
  const ahead = (weekday - partsOf(today).weekday + 7) % 7;
  const at = today + (ahead === 0 ? 7 : ahead);
  return { from: at, to: at, kind: 'day' };
}

export function holiday(today: Day, on: HolidayDate, year: string | undefined): NamedPeriod {
  const given = yearOf(year, today);
  const next = partsOf(today).year;
  const day = holidayIn(given ?? next, on);
  const which = given === null && day < today ? holidayIn(next + 1, on) : day;
  return { from: which, to: which, kind: 'holiday' };
}

function holidayIn(year: number, on: HolidayDate): Day {
  if (typeof on === 'number') return easterOf(year) + on;
  if ('nth' in on) return nthWeekdayOf(year, on);
  return dayOf(year, on[0], on[1]);
}

function nthWeekdayOf(year: number, { month, weekday, nth, plus = 0 }: NthWeekday): Day {
  if (nth < 0) {
    const last = dayOf(year, month + 1, 1) - 1;
    return last - ((partsOf(last).weekday - weekday + 7) % 7) + (nth + 1) * 7 + plus;
  }
  const first = dayOf(year, month, 1);
  return first + ((weekday - partsOf(first).weekday + 7) % 7) + (nth - 1) * 7 + plus;
}

export function season(today: Day, first: number, year: string | undefined): NamedPeriod {
  const now = partsOf(today);
  const end = (y: number) => dayOf(y, first + 3, 1) - 1;
  const which = yearOf(year, today) ?? (end(now.year) < today ? now.year + 1 : now.year);
  return { from: dayOf(which, first, 1), to: end(which), kind: 'season' };
}

function yearOf(written: string | undefined, today: Day): number | null {
  if (written === undefined) return null;
  if (/^20\d\d$/.test(written)) return Number(written);
  if (written.startsWith("'")) return 2000 + Number(written.slice(1));
  return partsOf(today).year + 1;
}
