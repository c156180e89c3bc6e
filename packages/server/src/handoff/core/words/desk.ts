import type { DeskLanguage, Playbook, SlotKey } from '@baton/shared-types';
import { labelOf } from '../../../qualification/core/index.js';
import { englishWords, type NamedSlot } from './english-words.js';
import { germanWords } from './german-words.js';

/** Every sentence with which a bundle, a choice of the router or an explanation speaks to the company's own people. */
export type HandoffWords = typeof englishWords;

/** How the company's own people are spoken to: in which language, and by which names for the playbook's slots. */
export interface Desk {
  readonly language: DeskLanguage;
  readonly words: HandoffWords;
  readonly slotOf: (key: SlotKey) => NamedSlot;
}

const WORDS: Readonly<Record<DeskLanguage, HandoffWords>> = { en: englishWords, de: germanWords };

export function handoffWords(language: DeskLanguage): HandoffWords {
  return WORDS[language];
}

export function deskOf(playbook: Pick<Playbook, 'deskLanguage' | 'slots'>): Desk {
  const { deskLanguage: language } = playbook;
  return {
    language,
    words: handoffWords(language),
    slotOf: (key) => ({ key, label: labelOf(playbook, key) }),
  };
}
