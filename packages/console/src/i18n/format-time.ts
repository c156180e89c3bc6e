import { texts } from './texts.js';

const formats = new Map<string, Intl.DateTimeFormat>();

/** 14:05, in the reader's own zone. */
export function clockTime(iso: string): string {
  return format('clock', { hour: '2-digit', minute: '2-digit' }).format(new Date(iso));
}

/** The time of day when it was within the last 20 hours, else the day. */
export function dayOrTime(iso: string, now: number): string {
  if (now - Date.parse(iso) < 20 * 3_600_000) return clockTime(iso);
  return format('day', { day: 'numeric', month: 'short', year: '2-digit' }).format(new Date(iso));
}

/** Date and time to the second. */
export function fullTime(iso: string): string {
  return format('full', { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(iso));
}

/** The time of day somewhere else; null for a zone that the browser does not know. */
export function timeIn(zone: string, now: number): string | null {
  try {
    return format(`zone ${zone}`, { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(now);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Making a format is slow, so each is made once for a language. */
function format(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${texts().language} ${name}`;
  const held = formats.get(key) ?? new Intl.DateTimeFormat(texts().locale, options);
  formats.set(key, held);
  return held;
}
