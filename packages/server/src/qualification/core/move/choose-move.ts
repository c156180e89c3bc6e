import type { Citation, Move, PlaybookTextKey, SlotKey, Step } from '@baton/shared-types';
import { nextConfirmation, nextContactSlot, nextSlot } from '../planning/next-slot.js';
import type { Situation } from '../planning/situation.js';
import { fillText, localize } from '../playbook/localize.js';
import { acknowledge } from './acknowledge.js';
import { answerFromPassages } from './answer-from-passages.js';
import { displayValue } from './display-value.js';
import { queueSentences } from './queue-sentences.js';

/**
 * The move of a turn, from its plan: an answer first, then an acknowledgement, then exactly one ending, with
 * at most one question. Null: the assistant keeps silent.
 */
export function chooseMove(plan: readonly Step[], situation: Situation): Move | null {
  if (situation.gate.outcome === 'stop') return null;
  const ending = plan.at(-1) ?? 'skip';
  const answer = plan.includes('answer') ? answerOf(situation) : NO_ANSWER;
  const inQueue = situation.history.owner.kind === 'queue';
  const greeting = plan.includes('compose') && !inQueue ? acknowledge(situation, answer.found) : [];
  const last = inQueue
    ? queueEnding(ending, situation)
    : endingOf(ending, situation, answer.sentences.length > 0);
  const sentences = [...greeting, ...answer.sentences, ...last.sentences];
  if (sentences.length === 0) return null;
  return {
    step: ending === 'skip' && answer.sentences.length > 0 ? 'answer' : ending,
    slot: last.slot,
    sentences,
    quickReplies: last.quickReplies.length > 0 ? last.quickReplies : answer.quickReplies,
    citations: answer.citations,
  };
}

interface Ending {
  readonly sentences: readonly string[];
  readonly slot: SlotKey | null;
  readonly quickReplies: readonly string[];
}

interface Answer {
  readonly found: boolean;
  readonly sentences: readonly string[];
  readonly citations: readonly Citation[];
  readonly quickReplies: readonly string[];
}

/** The share of a statement that a passage must cover to be its answer. */
const UNASKED_SCORE = 0.6;

const NO_ANSWER: Answer = { found: false, sentences: [], citations: [], quickReplies: [] };
const SILENT: Ending = { sentences: [], slot: null, quickReplies: [] };

function answerOf(situation: Situation): Answer {
  const { compiled, history, passages, said, understanding } = situation;
  const { minimumScore } = compiled.playbook.knowledge;
  const isAsked = understanding.asksQuestion || understanding.wishes;
  // What was not asked is answered only by a passage that clearly is about it.
  const wanted = isAsked ? minimumScore : Math.max(minimumScore, UNASKED_SCORE);
  const found = answerFromPassages({ question: said, said: history.said }, passages, wanted);
  if (found) return { found: true, quickReplies: [], ...found };
  const sentences = withoutAnswer(situation);
  return { ...NO_ANSWER, sentences, quickReplies: sentences.length > 0 ? personButton(situation) : [] };
}

/** What is said where an answer is owed and none is known; nothing where the rest of the reply says enough. */
function withoutAnswer(situation: Situation): readonly string[] {
  const { compiled, handoff, changes, verdict, history, memory, understanding } = situation;
  // A colleague who is being called will answer.
  if (handoff !== null) return [];
  // "Why do you ask?" is answered by letting the matter rest.
  if (changes.some(({ type }) => type === 'slot.declined')) return [];
  if (verdict === 'disqualified' && !history.said.includes(textOf(situation, 'disqualified'))) return [];
  const support = textOf(situation, 'support_acknowledge');
  const isNewTrouble = memory.intents.includes('support') && !history.said.includes(support);
  if (isNewTrouble) return [support];
  // A wish is taken up by what follows.
  if (!understanding.asksQuestion && !understanding.intents.includes('support')) return [];
  const unknown = textOf(situation, 'unknown_answer');
  const { unknown_again } = compiled.playbook.texts;
  return [
    history.said.includes(unknown) && unknown_again ? localize(unknown_again, situation.language) : unknown,
  ];
}

/** The button by which a visitor asks for a person, in words that the rules understand. */
function personButton({ compiled, language }: Situation): readonly string[] {
  const { ask_for_person } = compiled.playbook.texts;
  return ask_for_person ? [localize(ask_for_person, language)] : [];
}

function endingOf(step: Step, situation: Situation, answered: boolean): Ending {
  const { gate } = situation;
  switch (step) {
    case 'ask':
      return question(situation, nextSlot(situation));
    case 'confirm':
      return confirmation(situation, nextConfirmation(situation));
    case 'handoff':
      return handoffEnding(situation);
    case 'disqualify':
      return once(situation, gate.rule === 'abuse' ? 'abuse' : 'disqualified', answered);
    case 'close':
      return closing(situation, answered);
    default:
      return SILENT;
  }
}

function queueEnding(step: Step, situation: Situation): Ending {
  if (step === 'close') return closing(situation, false);
  if (step === 'handoff') return handoffEnding(situation);
  const truth = queueSentences(situation);
  if (step !== 'ask') return { ...SILENT, sentences: truth };
  const asked = question(situation, nextContactSlot(situation.memory, situation.compiled));
  return { ...asked, sentences: [...truth, ...asked.sentences] };
}

/** A colleague is called. Contact details are asked for only when that has turned out to be needed. */
function handoffEnding(situation: Situation): Ending {
  switch (situation.handoff) {
    case null:
    // The gate has silenced the assistant; the widget itself says that a person is looked for.
    case 'automation_paused':
      return SILENT;
    case 'qualified':
      return say(situation, 'handoff_qualified');
    case 'human_request':
      return say(situation, 'handoff_human');
    case 'complaint':
      return say(situation, 'handoff_complaint');
  }
}

function closing(situation: Situation, answered: boolean): Ending {
  const { compiled, gate, language, memory, verdict } = situation;
  if (gate.rule === 'opt_out') return say(situation, 'opt_out');
  if (gate.rule === 'last_turn') return say(situation, 'closing');
  if (verdict !== null) return once(situation, 'all_known', true, answered ? [] : ['anything_else']);
  if (memory.intents.includes('partner_or_vendor')) return once(situation, 'closing', answered);
  if (answered) return SILENT;
  const offer = memory.intents.includes('support') ? compiled.playbook.texts.offer_person : undefined;
  if (!offer) return say(situation, 'anything_else');
  const sentences = [localize(offer, language)];
  return { ...SILENT, sentences, quickReplies: personButton(situation) };
}

/** Says a text unless it has been said before in this conversation; then falls back to an open question. */
function once(
  situation: Situation,
  key: PlaybookTextKey,
  answered: boolean,
  more: readonly PlaybookTextKey[] = [],
): Ending {
  const text = textOf(situation, key);
  if (!situation.history.said.includes(text)) {
    return { ...SILENT, sentences: [text, ...more.map((each) => textOf(situation, each))] };
  }
  return answered && more.length === 0 ? SILENT : say(situation, 'anything_else');
}

function question(situation: Situation, key: SlotKey | null): Ending {
  const slot = situation.compiled.playbook.slots.find((candidate) => candidate.key === key);
  if (!slot) return SILENT;
  const again = (situation.memory.askCounts[slot.key] ?? 0) > 0;
  const ask = localize(slot.ask, situation.language);
  return {
    // One piece, so that the question can be replaced as a whole while the reply is under way.
    sentences: [again ? `${textOf(situation, 'ask_again')} ${ask}` : ask],
    slot: slot.key,
    quickReplies: [],
  };
}

function confirmation(situation: Situation, key: SlotKey | null): Ending {
  const slot = situation.compiled.playbook.slots.find((candidate) => candidate.key === key);
  const record = key === null ? undefined : situation.memory.slots[key];
  if (!slot || !record?.current) return SILENT;
  const value = displayValue(record.current.value, situation.language);
  const rivals = record.rivals.map((rival) => displayValue(rival.value, situation.language));
  const rival = rivals.at(-1) ?? '';
  return {
    sentences: [fillText(localize(slot.confirm, situation.language), { value, rival })],
    slot: slot.key,
    quickReplies: [...new Set([...rivals, value])],
  };
}

function say(situation: Situation, key: PlaybookTextKey): Ending {
  return { ...SILENT, sentences: [textOf(situation, key)] };
}

function textOf({ compiled, language }: Situation, key: PlaybookTextKey): string {
  return localize(compiled.playbook.texts[key], language);
}
