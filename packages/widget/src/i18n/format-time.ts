/** Formats an instant: the time when it is today, else day and time. `locale` may be anything a page says. */
export function createTimeFormat(locale: string): (at: number, now: number) => string {
  const time = format(locale, { timeStyle: 'short' });
  const dayAndTime = format(locale, { dateStyle: 'medium', timeStyle: 'short' });
  return (at, now) =>
    (new Date(at).toDateString() === new Date(now).toDateString() ? time : dayAndTime).format(at);
}

function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(locale, options);
  } catch {
    // Not a language tag: the device's own way is the best guess.
    return new Intl.DateTimeFormat(undefined, options);
  }
}
