import type { Budget, BudgetPeriod, SlotValue, TeamSize } from '@baton/shared-types';
import { displayPeriod } from './display-period.js';

/** A visitor's own words are quoted back at most this long. */
const QUOTE_LENGTH = 80;

/** A slot's value in words, in English or German, on one line. */
export function displayValue(value: SlotValue, language: string): string {
  const words = wordsOf(language);
  if (typeof value === 'string') return shorten(value);
  if ('currency' in value) return budgetText(value, words);
  return 'from' in value ? displayPeriod(value, language) : sizeText(value, words);
}

interface Words {
  readonly locale: string;
  readonly over: string;
  readonly upTo: string;
  readonly open: string;
  readonly period: Readonly<Record<BudgetPeriod, string>>;
}

const ENGLISH: Words = {
  locale: 'en',
  over: 'at least',
  upTo: 'up to',
  open: 'open',
  period: { month: 'a month', year: 'a year', once: 'once', seat_month: 'per seat and month' },
};

const GERMAN: Words = {
  locale: 'de',
  over: 'mindestens',
  upTo: 'bis zu',
  open: 'offen',
  period: { month: 'im Monat', year: 'im Jahr', once: 'einmalig', seat_month: 'pro Platz und Monat' },
};

function wordsOf(language: string): Words {
  return language.startsWith('de') ? GERMAN : ENGLISH;
}

function sizeText({ min, max }: TeamSize, words: Words): string {
  return rangeText(min, max, words);
}

function budgetText({ min, max, currency, period }: Budget, words: Words): string {
  const amount = `${rangeText(min, max, words)} ${currency}`;
  return period === null ? amount : `${amount} ${words.period[period]}`;
}

/** A number with its thousands and decimals as the language writes them. */
export function displayNumber(amount: number, language: string): string {
  return grouped(amount, wordsOf(language));
}

function rangeText(min: number | null, max: number | null, words: Words): string {
  if (min !== null && max !== null)
    return min === max ? grouped(min, words) : `${grouped(min, words)}–${grouped(max, words)}`;
  if (min !== null) return `${words.over} ${grouped(min, words)}`;
  return max === null ? words.open : `${words.upTo} ${grouped(max, words)}`;
}

/** Thousands grouped by hand: the platform's locale data may differ between machines, a decision's bytes may not. */
function grouped(amount: number, words: Words): string {
  const [whole = '', fraction] = String(amount).split('.');
  const german = words.locale === 'de';
  const separated = whole.replace(/\B(?=(\d{3})+(?!\d))/g, german ? '.' : ',');
  return fraction === undefined ? separated : `${separated}${german ? ',' : '.'}${fraction}`;
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= QUOTE_LENGTH ? line : `${beginningOf(line)}…`;
}

/** Never half a character: it could be neither hashed nor stored. */
function beginningOf(line: string): string {
  return line
    .slice(0, QUOTE_LENGTH - 1)
    .replace(/\p{Surrogate}$/u, '')
    .trimEnd();
}
