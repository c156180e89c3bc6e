import type { SlotKey, SlotKind, Verdict } from '@baton/shared-types';
import type { CompiledPlaybook } from '../../core/playbook/compile-playbook.js';
import type { GoldenChat } from '../golden-chat.js';
import { PlayedConversation } from './played-conversation.js';
import { type Flavour, SimulatedVisitor } from './simulated-visitor.js';

/** How a conversation of our own asking went. */
export interface SimulatedChat {
  readonly id: string;
  readonly flavour: Flavour;
  readonly verdict: Verdict;
  /** A person was called, for whatever reason. */
  readonly handsOff: boolean;
  /** Questions asked until the verdict stood, or until the end. */
  readonly questions: number;
  /** Slots asked for again although the visitor had answered or refused. */
  readonly repeated: readonly SlotKey[];
  /** Who said what, for reading. */
  readonly lines: readonly string[];
}

/** Nobody answers more questions than this. */
const MOST_TURNS = 16;

/** Lets a visitor with a golden chat's wishes talk to our own assistant, by the rules alone. */
export function simulateChat(chat: GoldenChat, flavour: Flavour, playbook: CompiledPlaybook): SimulatedChat {
  const conversation = new PlayedConversation(playbook, { locale: chat.language });
  const visitor = new SimulatedVisitor(chat, flavour);
  const kinds = new Map(playbook.playbook.slots.map(({ key, kind }) => [key, kind]));
  const answered = new Set<SlotKey>();
  const repeated: SlotKey[] = [];
  const lines: string[] = [];
  let questions = 0;
  let next: string | null = visitor.open();
  let more: string | null = null;
  for (let turn = 0; turn < MOST_TURNS && next !== null; turn += 1) {
    const reply = conversation.say(next);
    lines.push(`visitor: ${next}`, `assistant: ${reply ?? '(silence)'}`);
    const record = conversation.records.at(-1);
    if (record === undefined || record.handoff !== null || record.move === null) break;
    const { slot, step } = record.move;
    const kind: SlotKind | undefined = slot === null ? undefined : kinds.get(slot);
    if (slot !== null && kind !== undefined) {
      questions += 1;
      if (step === 'ask' && answered.has(slot)) repeated.push(slot);
    }
    if (more !== null) {
      next = more;
      more = null;
      continue;
    }
    if (slot === null || kind === undefined) {
      next = visitor.resume();
      continue;
    }
    next = visitor.answer(kind);
    // A question of their own is no answer; whatever else they say settles the matter.
    if (!next.endsWith('?')) answered.add(slot);
    more = visitor.addition(kind);
  }
  const last = conversation.records.at(-1);
  const verdict = last?.verdict ?? null;
  const handsOff = last !== undefined && last.handoff !== null;
  return { id: chat.id, flavour, verdict, handsOff, questions, repeated, lines };
}
