import type { Bundle, BundleGap, BundleSlot, BundleSlotState, Playbook } from '@baton/shared-types';
import type { HandoffWords } from './words/desk.js';

/** How many slots stand in which state. */
export function measureCompleteness(slots: readonly BundleSlot[]): Bundle['completeness'] {
  const count = (state: BundleSlotState) => slots.filter((slot) => slot.state === state).length;
  return {
    filled: count('filled'),
    total: slots.length,
    declined: count('declined'),
    notAsked: count('not_asked'),
    unclear: count('unclear'),
    conflicting: count('conflicting'),
    withdrawn: count('withdrawn'),
  };
}

/** What the playbook requires of every lead (else what makes it reachable) and the agent does not get. */
export function findGaps(
  slots: readonly BundleSlot[],
  playbook: Playbook,
  words: HandoffWords['gaps'],
): readonly BundleGap[] {
  const required = playbook.briefing?.required ?? playbook.contact;
  return slots.flatMap(({ key, label, state }) =>
    state === 'filled' || !required.includes(key) ? [] : [{ key, label, state, because: words[state] }],
  );
}
