/** Languages the widget speaks completely. Everything else reads English. */
export type Language = 'en' | 'de';

export function chooseLanguage(locale: string): Language {
  return /^de\b/i.test(locale) ? 'de' : 'en';
}

/** Whether lines of this locale run from right to left. */
export function isRightToLeft(locale: string): boolean {
  return /^(ar|dv|fa|he|ps|ur|yi)\b/i.test(locale);
}
