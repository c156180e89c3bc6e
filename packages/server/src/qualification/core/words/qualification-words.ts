import type { DeskLanguage } from '@baton/shared-types';
import { englishWords } from './english-words.js';
import { germanWords } from './german-words.js';

/** Every sentence with which qualification explains itself to the company's own people. */
export type QualificationWords = typeof englishWords;

/** Why a reader believes a value. */
export type ReadingWords = QualificationWords['readings'];

const WORDS: Readonly<Record<DeskLanguage, QualificationWords>> = { en: englishWords, de: germanWords };

export function qualificationWords(language: DeskLanguage): QualificationWords {
  return WORDS[language];
}
