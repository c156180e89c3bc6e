import type { Step } from '@baton/shared-types';
import type { Understanding } from '../understanding/reading.js';
import { nextConfirmation, nextContactSlot, nextSlot, wantedSlot } from './next-slot.js';
import { passesOver, restsNow } from './rests-now.js';
import type { Situation } from './situation.js';

/** The plan without a planner: fixed, and enough by itself to qualify and to hand off. */
export function planByLadder(situation: Situation): readonly Step[] {
  if (situation.gate.outcome === 'stop') return ['skip'];
  const opening: readonly Step[] = owesAnswer(situation) ? ['lookup', 'answer'] : [];
  return [...opening, 'compose', 'qualify', 'analyze_opportunity', endingStep(situation)];
}

/** The one step a turn ends with: it settles what the visitor is asked or told last. */
export function endingStep(situation: Situation): Step {
  const { gate, handoff, verdict, history, memory, compiled } = situation;
  if (gate.rule === 'opt_out') return 'close';
  if (handoff !== null) return 'handoff';
  if (gate.rule === 'abuse') return 'disqualify';
  if (history.owner.kind === 'queue') {
    // Who waits is not pressed: a question that was passed over rests for a message.
    return nextContactSlot(memory, compiled) === null || passesOver(situation) ? 'skip' : 'ask';
  }
  if (gate.rule === 'last_turn') return 'close';
  if (gate.rule === 'do_not_contact') return 'skip';
  if (verdict === 'disqualified') return 'disqualify';
  if (nextConfirmation(situation) !== null) return 'confirm';
  if (wantedSlot(situation) !== null) return 'ask';
  if (restsNow(situation)) return 'skip';
  return isBuying(situation) && nextSlot(situation) !== null ? 'ask' : 'close';
}

/** The visitor asked something or is in trouble, and we may answer: in the queue only a person does. */
export function owesAnswer({ understanding, gate, history }: Situation): boolean {
  const refused = gate.rule === 'opt_out' || gate.rule === 'abuse';
  return wantsAnswer(understanding) && !refused && history.owner.kind === 'assistant';
}

/** Whether the articles should be searched for what the visitor wrote. */
export function wantsAnswer({ asksQuestion, wishes, intents }: Understanding): boolean {
  return asksQuestion || wishes || intents.includes('support');
}

/** Questions are put to people who may buy, not to those who came for something else. */
function isBuying({ memory, verdict }: Situation): boolean {
  if (verdict === 'qualified' || verdict === 'needs_review') return true;
  return memory.intents.every((intent) => intent === 'small_talk' || intent === 'sales');
}
