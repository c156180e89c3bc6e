import { ONLY_THANKS } from '../understanding/intents/mood-cues.js';
import type { Situation } from './situation.js';

/**
 * Whether the visitor is asked nothing this time: they only say thank you, or they answered the last question with
 * one of their own. A question that was passed over comes back later; two in a row would be an interrogation.
 */
export function restsNow(situation: Situation): boolean {
  return thanksOnly(situation) || (passesOver(situation) && situation.understanding.asksQuestion);
}

/** The visitor wrote something, and nothing of it answers the last question. */
export function passesOver({ memory, changes }: Situation): boolean {
  if (changes.length > 0 || memory.asked === null) return false;
  return memory.slots[memory.asked]?.state === 'empty';
}

export function thanksOnly({ said, changes, understanding }: Situation): boolean {
  return changes.length === 0 && !understanding.asksQuestion && ONLY_THANKS.test(said.trim());
}
