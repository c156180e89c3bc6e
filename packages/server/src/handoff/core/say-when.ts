/** A time as people say it, by the visitor's own clock, with the zone named: `Monday, 5 January, 11:00 CET`. */
export function sayWhen(at: Date, language: string, timeZone: string): string {
  return new Intl.DateTimeFormat(language.startsWith('de') ? 'de-DE' : 'en-GB', {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(at);
}
