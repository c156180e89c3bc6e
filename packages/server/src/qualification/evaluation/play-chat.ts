import type { Evidence, MessageId, SlotKind, Verdict } from '@baton/shared-types';
import { SLOT_KINDS } from '@baton/shared-types';
import { mergeUnderstanding } from '../core/memory/merge-understanding.js';
import {
  emptyMemory,
  knownValues,
  type QualificationMemory,
  rememberAsked,
  rememberTurn,
} from '../core/memory/qualification-memory.js';
import type { ReadingContext, Understanding, VisitorMessage } from '../core/understanding/reading.js';
import type { ChatLabels, GoldenChat, GoldenTurn, LabelledSlot, Quote } from './golden-chat.js';

/** What is evaluated: how a turn is understood, and how the memory of a whole chat is judged. */
export interface Engine {
  readonly understand: (context: ReadingContext) => Understanding;
  readonly judge: (memory: QualificationMemory) => { readonly verdict: Verdict; readonly handoff: boolean };
}

/** The day on which every golden chat takes place. */
export const NOW = '2026-11-20T09:00:00.000Z';
const TIME_ZONE = 'Europe/London';
const SLOTS = SLOT_KINDS.map((kind) => ({ key: kind, kind }));

/** Plays a chat turn by turn, the assistant's lines as given, and returns what is held at its end. */
export function playChat(chat: GoldenChat, engine: Engine): ChatLabels {
  let memory = emptyMemory(SLOTS);
  let said: GoldenTurn | null = null;
  for (const lines of groupTurns(chat.turns)) {
    const first = lines[0];
    if (first === undefined) continue;
    if (first.from === 'assistant') {
      said = lines.at(-1) ?? first;
      memory = rememberTurn(rememberAsked(memory, said.asks));
      continue;
    }
    const context: ReadingContext = {
      messages: lines.map((line): VisitorMessage => ({ id: messageIdOf(line.n), text: line.text })),
      asked: said?.asks ?? null,
      lastAssistantText: said?.text ?? null,
      now: NOW,
      timeZone: TIME_ZONE,
      language: memory.language,
      known: knownValues(memory),
    };
    memory = mergeUnderstanding(memory, engine.understand(context), SLOTS).memory;
  }
  return labelsOf(memory, engine);
}

/** Lines of one side in a row are one turn. */
function groupTurns(turns: readonly GoldenTurn[]): readonly (readonly GoldenTurn[])[] {
  const groups: GoldenTurn[][] = [];
  for (const turn of turns) {
    const last = groups.at(-1);
    if (last?.[0]?.from === turn.from) last.push(turn);
    else groups.push([turn]);
  }
  return groups;
}

function labelsOf(memory: QualificationMemory, engine: Engine): ChatLabels {
  const records = Object.values(memory.slots);
  const slots: { [K in SlotKind]?: LabelledSlot } = {};
  for (const record of records) {
    if (record.current === null) continue;
    const proofs = [...record.rivals, record.current].flatMap((it) => it.evidence);
    slots[record.kind] = { value: record.current.value, evidence: proofs.map(quoteOf) };
  }
  const { verdict, handoff } = engine.judge(memory);
  return {
    slots: slots as ChatLabels['slots'],
    conflicted: records.filter((it) => it.state === 'conflicted').map((it) => it.kind),
    corrected: records.filter((it) => it.corrected && it.current !== null).map((it) => it.kind),
    declined: records.filter((it) => it.state === 'declined').map((it) => it.kind),
    intents: memory.intents,
    verdict,
    handoff,
  };
}

/** The turn's number as the body of an id, so that evidence can be traced back to it. */
function messageIdOf(n: number): MessageId {
  return `msg_${String(n).padStart(26, '0')}` as MessageId;
}

function quoteOf(evidence: Evidence): Quote {
  return { n: Number(evidence.messageId.slice('msg_'.length)), quote: evidence.quote };
}
