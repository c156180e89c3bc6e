/** Languages the widget speaks completely. Everything else reads English. */
export type Language = 'en' | 'de';

/** The primary tag of a locale: `de` of `de-AT`. */
export function primaryTag(locale: string): string {
  return locale.split(/\W/)[0]?.toLowerCase() ?? '';
}

export function chooseLanguage(locale: string): Language {
  return primaryTag(locale) === 'de' ? 'de' : 'en';
}

/** Whether lines of this locale run from right to left. */
export function isRightToLeft(locale: string): boolean {
  return /^(ar|dv|fa|he|ps|ur|yi)$/.test(primaryTag(locale));
}
