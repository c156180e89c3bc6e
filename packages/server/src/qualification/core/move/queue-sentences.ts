import type { PlaybookTextKey } from '@baton/shared-types';
import { passesOver } from '../planning/rests-now.js';
import type { Situation } from '../planning/situation.js';
import { localize } from '../playbook/localize.js';

/**
 * What the assistant says while the visitor waits for a person: thanks for a contact detail, and the true
 * state, which it does not repeat in message after message unless it is asked.
 */
export function queueSentences(situation: Situation): readonly string[] {
  const { compiled, changes, history, language, understanding } = situation;
  const text = (key: PlaybookTextKey) => localize(compiled.playbook.texts[key], language);
  const { contact } = compiled.playbook;
  const gaveContact = changes.some(
    ({ type, slot }) => type !== 'slot.declined' && contact.includes(slot.key),
  );
  if (gaveContact) return [text('contact_thanks')];
  const declined = changes.some(({ type }) => type === 'slot.declined');
  const truth = text(history.handoff === 'expired' ? 'nobody_available' : 'still_waiting');
  const repeated = !understanding.asksQuestion && (history.lastAssistantText?.includes(truth) ?? false);
  if (declined) return [text('declined_ok'), ...(repeated ? [] : [truth])];
  if (!repeated) return [truth];
  // What is told instead of a contact detail is seen by the team as well.
  return passesOver(situation) ? [text('contact_thanks')] : [];
}
