import type { Language } from './language.js';
import { en, type FixedTexts, fixedEn, type Texts } from './texts-en.js';

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
const ENGLISH: Words = { texts: en, fixed: fixedEn };

/** The words of a language, in English when they cannot be had: an unreachable file must not cost the chat. */
export async function loadTexts(language: Language, files = FILES): Promise<Words> {
  if (language === 'en') return ENGLISH;
  try {
    return await files[language]();
  } catch {
    return ENGLISH;
  }
}
