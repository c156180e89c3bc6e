import { NUMBER_WORDS } from '../numbers/number-words.js';
import { countPeople, type PeopleCount } from './count-people.js';

/** Longer answers are told apart by their language. In UTF-16 units. */
const SHORT = 40;

/**
 * The number in an answer of a word or two ("una treintena", "dreizehn"), whichever language it is in: so few
 * words do not tell, and the conversation's language may have been taken from a greeting or a borrowed phrase.
 */
export function countInOtherLanguages(text: string, folded: string, language: string): PeopleCount | null {
  if (text.trim().length > SHORT || /\d/.test(text)) return null;
  for (const other of Object.keys(NUMBER_WORDS)) {
    if (other === language) continue;
    const [count, ...more] = countPeople(text, folded, other);
    if (count !== undefined && more.length === 0) return count;
  }
  return null;
}
