import type { Language } from './language.js';
import { textFile, type Words } from './text-files.js';
import { en, fixedEn } from './texts-en.js';

const ENGLISH: Words = { texts: en, fixed: fixedEn };

/** The words of a language, in English when they cannot be had: an unreachable file must not cost the chat. */
export async function loadTexts(language: Language, load = textFile): Promise<Words> {
  if (language === 'en') return ENGLISH;
  try {
    return await load(language);
  } catch {
    return ENGLISH;
  }
}
