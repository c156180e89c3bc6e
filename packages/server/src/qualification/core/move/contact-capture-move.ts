import type { Move } from '@baton/shared-types';
import type { QualificationMemory } from '../memory/qualification-memory.js';
import { nextContactSlot } from '../planning/next-slot.js';
import type { CompiledPlaybook } from '../playbook/compile-playbook.js';
import { localize } from '../playbook/localize.js';

/**
 * What the assistant says when nobody is available or nobody accepted in time: the truth, and a question for
 * the contact detail that is missing, if one is.
 */
export function contactCaptureMove(
  memory: QualificationMemory,
  compiled: CompiledPlaybook,
  language: string,
): Move {
  const { playbook } = compiled;
  const key = nextContactSlot(memory, compiled);
  const slot = playbook.slots.find((candidate) => candidate.key === key);
  const truth = localize(playbook.texts.nobody_available, language);
  return {
    step: slot ? 'ask' : 'close',
    slot: slot?.key ?? null,
    sentences: slot ? [truth, localize(slot.ask, language)] : [truth],
    quickReplies: [],
    citations: [],
  };
}
