import type {
  CardLine,
  MessageId,
  Playbook,
  PlaybookSlot,
  SlotCandidate,
  SlotRecord,
} from '@baton/shared-types';
import type { QualificationMemory } from './memory/qualification-memory.js';
import { knownValues } from './memory/qualification-memory.js';
import { displayValue } from './move/display-value.js';
import { localize } from './playbook/localize.js';
import type { ReadingContext } from './understanding/reading.js';
import { understandTurn } from './understanding/understand.js';
import type { ReadingWords } from './words/qualification-words.js';

/** Of what a visitor typed on their card, and where it stands in the message that it becomes. */
export interface CardAnswer {
  readonly messageId: MessageId;
  /** The whole message: `Team size: 14`. */
  readonly message: string;
  readonly candidate: SlotCandidate;
}

/** What the visitor may see of what is held about them: nothing that they have not said themselves. */
export function cardLines(
  memory: QualificationMemory,
  { slots }: Playbook,
  language: string,
): readonly CardLine[] {
  return slots.flatMap((slot) => {
    const record = memory.slots[slot.key];
    return record && record.state !== 'empty' ? [lineOf(slot, record, language)] : [];
  });
}

/**
 * Reads a corrected value from the visitor's words, by the same readers and the same span check as in the chat.
 * Null when nothing of the slot's kind can be read from them.
 */
export function readCardAnswer(
  slot: PlaybookSlot,
  typed: { readonly messageId: MessageId; readonly text: string },
  memory: QualificationMemory,
  {
    words,
    ...clock
  }: {
    readonly now: string;
    readonly timeZone: string;
    readonly language: string;
    readonly words: ReadingWords;
  },
): CardAnswer | null {
  const { messageId, text } = typed;
  const context: ReadingContext = {
    messages: [{ id: messageId, text }],
    asked: slot.kind,
    lastAssistantText: localize(slot.ask, clock.language),
    known: knownValues(memory),
    ...clock,
  };
  const { candidates } = understandTurn(context, words);
  const read = candidates.find(({ kind }) => kind === slot.kind);
  if (!read) return null;
  const prefix = `${localize(slot.label, clock.language)}: `;
  const evidence = read.evidence.map((proof) => ({
    ...proof,
    start: proof.start + prefix.length,
    end: proof.end + prefix.length,
  }));
  return { messageId, message: prefix + text, candidate: { ...read, evidence, corrects: true } };
}

function lineOf({ key, label }: PlaybookSlot, record: SlotRecord, language: string): CardLine {
  const { current } = record;
  return {
    key,
    label: localize(label, language),
    state: stateOf(record),
    display: current && displayValue(current.value, language),
    quote: current?.evidence.at(-1)?.quote ?? null,
  };
}

function stateOf({ state }: SlotRecord): CardLine['state'] {
  if (state === 'confirmed') return 'noted';
  return state === 'declined' || state === 'withdrawn' ? state : 'unclear';
}
