import type { Language } from '../i18n/language.js';
import type { Words } from '../i18n/text-files.js';

/** By its name, as the build gives it: one line for all of them. */
export function textFile(language: Language): Promise<Words> {
  return import(/* @vite-ignore */ `./texts-${language}-00000000.js`);
}
