import type { PlaybookSlot, PlaybookTextKey } from '@baton/shared-types';
import type { SlotChange } from '../memory/merge-candidate.js';
import { thanksOnly } from '../planning/rests-now.js';
import { wantsAnswer } from '../planning/scripted-ladder.js';
import type { Situation } from '../planning/situation.js';
import { fillText, localize } from '../playbook/localize.js';
import { displayValue } from './display-value.js';

/**
 * At most one sentence that shows the visitor was heard: sympathy, a greeting, the name just learnt, a refusal
 * accepted, or the value just learnt. After an answer only a name or a refusal is worth a sentence of its own.
 */
export function acknowledge(situation: Situation, answered: boolean): readonly string[] {
  const { compiled, changes, gate, history, language, memory, understanding, handoff } = situation;
  const text = (key: PlaybookTextKey) => localize(compiled.playbook.texts[key], language);
  if (gate.rule !== 'none' && gate.rule !== 'model_budget') return [];
  if (understanding.intents.includes('complaint')) {
    return handoff === 'complaint' || !history.said.includes(text('complaint_acknowledge'))
      ? [text('complaint_acknowledge')]
      : [];
  }
  const learnt = compiled.playbook.slots.filter((slot) => isLearnt(changes, slot));
  const name = learnt.find((slot) => slot.kind === 'name');
  if (name) return sentenceFor(name, situation, text('acknowledge'));
  if (changes.some(({ type }) => type === 'slot.declined')) {
    const why = understanding.asksQuestion && !answered ? compiled.playbook.texts.why_we_ask : undefined;
    return [why ? localize(why, language) : text('declined_ok')];
  }
  if (answered) return [];
  const { thanked } = compiled.playbook.texts;
  if (thanked && thanksOnly(situation)) return [localize(thanked, language)];
  // What was asked for is the best thing to show as heard.
  const heard = learnt.find((slot) => slot.key === memory.asked) ?? learnt[0];
  if (heard) return sentenceFor(heard, situation, text('acknowledge'));
  // The first line of all is greeted when it says hello or nothing that can be taken up.
  const isGreeting =
    history.lastAssistantText === null && understanding.intents.every((intent) => intent === 'small_talk');
  return isGreeting && !wantsAnswer(understanding) ? [text('small_talk')] : [];
}

function isLearnt(changes: readonly SlotChange[], slot: PlaybookSlot): boolean {
  return changes.some(
    ({ type, slot: record }) =>
      record.key === slot.key && (type === 'slot.filled' || type === 'slot.corrected'),
  );
}

function sentenceFor(slot: PlaybookSlot, situation: Situation, otherwise: string): readonly string[] {
  const value = situation.memory.slots[slot.key]?.current?.value;
  if (value === undefined || slot.acknowledge === null) return [otherwise];
  const display = displayValue(value, situation.language);
  // "Dr. Dana Winter" is addressed as Dana.
  const first = display.split(' ').find((word) => !word.endsWith('.')) ?? display;
  return [fillText(localize(slot.acknowledge, situation.language), { value: display, first_name: first })];
}
