import type { Timeline } from '@baton/shared-types';

/** A period in words, as people say it: "January 2027", "from March 2027", "by the end of June 2027". */
export function displayPeriod({ from, to }: Timeline, language: string): string {
  const words = wordsOf(language);
  if (from !== null && to !== null) return between(dateOf(from), dateOf(to), words);
  if (from !== null) return `${words.from} ${startText(dateOf(from), words)}`;
  return to === null ? words.open : `${words.by} ${endText(dateOf(to), words)}`;
}

interface Day {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

interface Words {
  readonly months: readonly string[];
  readonly from: string;
  readonly by: string;
  readonly endOf: string;
  readonly to: string;
  readonly open: string;
  readonly afterDay: string;
}

const ENGLISH: Words = {
  months: 'January February March April May June July August September October November December'.split(' '),
  from: 'from',
  by: 'by',
  endOf: 'the end of ',
  to: 'to',
  open: 'open',
  afterDay: '',
};

const GERMAN: Words = {
  months: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' '),
  from: 'ab',
  by: 'bis',
  endOf: 'Ende ',
  to: 'bis',
  open: 'offen',
  afterDay: '.',
};

/** `month`: 1 to 12. */
export function monthName(month: number, language: string): string {
  return wordsOf(language).months[month - 1] ?? '';
}

function wordsOf(language: string): Words {
  return language.startsWith('de') ? GERMAN : ENGLISH;
}

function between(from: Day, to: Day, words: Words): string {
  if (from.day !== 1 || to.day !== lastDayOf(to)) {
    const [start, end] = [dayText(from, words), dayText(to, words)];
    return start === end ? start : `${start} ${words.to} ${end}`;
  }
  if (from.year !== to.year) return `${monthText(from, words)} ${words.to} ${monthText(to, words)}`;
  if (from.month === 1 && to.month === 12) return String(from.year);
  if (from.month === to.month) return monthText(from, words);
  return `${words.months[from.month - 1] ?? ''} ${words.to} ${monthText(to, words)}`;
}

function startText(date: Day, words: Words): string {
  return date.day === 1 ? monthText(date, words) : dayText(date, words);
}

function endText(date: Day, words: Words): string {
  return date.day === lastDayOf(date) ? words.endOf + monthText(date, words) : dayText(date, words);
}

function monthText({ month, year }: Day, words: Words): string {
  return `${words.months[month - 1] ?? ''} ${year}`;
}

function dayText(date: Day, words: Words): string {
  return `${date.day}${words.afterDay} ${monthText(date, words)}`;
}

function dateOf(iso: string): Day {
  const [year = 0, month = 1, day = 1] = iso.slice(0, 10).split('-').map(Number);
  return { year, month, day };
}

function lastDayOf({ year, month }: Day): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}
