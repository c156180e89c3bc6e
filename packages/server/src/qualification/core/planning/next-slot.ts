import type { SlotKey } from '@baton/shared-types';
import type { QualificationMemory } from '../memory/qualification-memory.js';
import type { CompiledPlaybook } from '../playbook/compile-playbook.js';
import { localize } from '../playbook/localize.js';
import type { Situation } from './situation.js';

/**
 * The slot to ask about next: never one that is known, declined or has been asked for often enough, nor the one
 * just asked for, unless the visitor asked back. Null: nothing is left, or the visitor has been told so.
 */
export function nextSlot(situation: Situation): SlotKey | null {
  const { compiled, memory, understanding, history, language } = situation;
  const { ladder, texts } = compiled.playbook;
  const wanted = wantedSlot(situation);
  if (wanted !== null) return wanted;
  if (history.said.includes(localize(texts.all_known, language))) return null;
  const order = situation.planner === 'on' ? plannedOrder(situation) : ladder;
  const mayRepeat = understanding.asksQuestion;
  const settled = compiled.playbook.limits.repeatAfterAnswer === false ? memory.passedOver : [];
  return firstOpen(
    memory,
    compiled,
    order.filter(
      (key) =>
        (mayRepeat || key !== memory.asked) &&
        !settled.includes(key) &&
        !memory.steer.avoid.includes(key) &&
        situation.mayAsk(key),
    ),
  );
}

/** What a colleague who gave the conversation back wants to know; null when nothing of it is open. */
export function wantedSlot({ memory }: Pick<Situation, 'memory'>): SlotKey | null {
  const isOpen = (key: SlotKey) => ['empty', 'proposed'].includes(memory.slots[key]?.state ?? '');
  return memory.steer.ask.find(isOpen) ?? null;
}

/** The contact detail to ask for next; null when the visitor can be reached or has declined them all. */
export function nextContactSlot(memory: QualificationMemory, compiled: CompiledPlaybook): SlotKey | null {
  const { contact } = compiled.playbook;
  if (contact.some((key) => memory.slots[key]?.current)) return null;
  return firstOpen(
    memory,
    compiled,
    contact.filter((key) => !memory.steer.avoid.includes(key)),
  );
}

/** The conflicting or doubtful slot to put to the visitor; each is asked about once. */
export function nextConfirmation({ compiled, history, memory }: Situation): SlotKey | null {
  const conflicted = compiled.playbook.slots.find(
    ({ key }) => memory.slots[key]?.state === 'conflicted' && !history.confirmationsAsked.includes(key),
  );
  return conflicted?.key ?? null;
}

/** Someone in a hurry is asked first how to reach them; everybody else goes up the ladder. */
function plannedOrder({ compiled, memory, understanding }: Situation): readonly SlotKey[] {
  const { ladder, contact } = compiled.playbook;
  const reachable = contact.some((key) => memory.slots[key]?.current);
  if (understanding.urgency !== 'high' || reachable) return ladder;
  const first = ladder.filter((key) => contact.includes(key));
  return [...first, ...ladder.filter((key) => !contact.includes(key))];
}

/**
 * The least asked first, in the given order among equals, so that no question is repeated while another is
 * open. What was read with doubt and never asked about comes last.
 */
function firstOpen(
  memory: QualificationMemory,
  { playbook }: CompiledPlaybook,
  order: readonly SlotKey[],
): SlotKey | null {
  const asked = (key: SlotKey) => memory.askCounts[key] ?? 0;
  const stateOf = (key: SlotKey) => memory.slots[key]?.state;
  const open = order.filter((key) => stateOf(key) === 'empty' && asked(key) < playbook.limits.asksPerSlot);
  const fewest = Math.min(...open.map(asked));
  const doubtful = order.find((key) => stateOf(key) === 'proposed' && asked(key) === 0);
  return open.find((key) => asked(key) === fewest) ?? doubtful ?? null;
}
