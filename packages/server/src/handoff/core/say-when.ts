import { monthName } from '../../qualification/core/index.js';
import { wallClock } from './business-hours.js';

/**
 * A time as people say it, by the visitor's own clock, with the zone named: `Monday 5 January at 11:00 CET`. Put together
 * by hand: the platform's patterns differ between versions, and a bundle has to be the same bytes everywhere.
 */
export function sayWhen(at: Date, language: string, timeZone: string): string {
  const isGerman = language.startsWith('de');
  const { date, weekday, time } = wallClock(timeZone, at);
  const [month, day] = date.split('-').slice(1).map(Number);
  const name = (isGerman ? GERMAN_DAYS : ENGLISH_DAYS)[weekday];
  const on = monthName(month ?? 1, language);
  const zone = zoneName(at, isGerman ? 'de-DE' : 'en-GB', timeZone);
  return isGerman ? `${name}, ${day}. ${on} um ${time} ${zone}` : `${name} ${day} ${on} at ${time} ${zone}`;
}

const ENGLISH_DAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const GERMAN_DAYS = 'Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag'.split(' ');

function zoneName(at: Date, locale: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}
