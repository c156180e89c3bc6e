/** Languages the widget speaks completely. Everything else reads English. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The primary tag of a locale: `de` of `de-AT`. */
export function primaryTag(locale: string): string {
  return locale.split(/[^A-Za-z]/)[0]?.toLowerCase() ?? '';
}

export function chooseLanguage(locale: string): Language {
  return LANGUAGES.find((language) => language === primaryTag(locale)) ?? 'en';
}

/** Whether lines of this locale run from right to left. */
export function isRightToLeft(locale: string): boolean {
  return /^(ar|dv|fa|he|ps|ur|yi)$/.test(primaryTag(locale));
}
