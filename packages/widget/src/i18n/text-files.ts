import type { Language } from './language.js';
import type { FixedTexts, Texts } from './texts-en.js';

export interface Words {
  readonly texts: Texts;
  readonly fixed: FixedTexts;
}

/** A file each, loaded by pages in that language; English is in the chat itself. */
const FILES: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Words>>> = {
  de: () => import('./texts-de.js'),
  fr: () => import('./texts-fr.js'),
  es: () => import('./texts-es.js'),
  it: () => import('./texts-it.js'),
  pt: () => import('./texts-pt.js'),
  nl: () => import('./texts-nl.js'),
  ar: () => import('./texts-ar.js'),
};

export function textFile(language: Exclude<Language, 'en'>): Promise<Words> {
  return FILES[language]();
}
