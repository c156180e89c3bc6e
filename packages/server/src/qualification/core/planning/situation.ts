import type { GateRuling, HandoffReason, Passage, SlotKey, Verdict } from '@baton/shared-types';
import type { ConversationHistory } from '../history.js';
import type { SlotChange } from '../memory/merge-candidate.js';
import type { QualificationMemory } from '../memory/qualification-memory.js';
import type { CompiledPlaybook } from '../playbook/compile-playbook.js';
import type { Understanding } from '../understanding/reading.js';

/** Everything the plan and the move of one turn depend on. */
export interface Situation {
  readonly compiled: CompiledPlaybook;
  readonly history: ConversationHistory;
  /** What is held after this turn's messages have been read. */
  readonly memory: QualificationMemory;
  readonly understanding: Understanding;
  /** The turn's messages, one per line. */
  readonly said: string;
  readonly changes: readonly SlotChange[];
  readonly gate: GateRuling;
  readonly verdict: Verdict;
  /** Value of `assessQualification`. */
  readonly qualification: number;
  /** Why a person is called in this turn; null when nobody is. */
  readonly handoff: HandoffReason | null;
  readonly passages: readonly Passage[];
  /** Slots that the playbook wants asked for now: those without a condition, and those whose condition holds. */
  readonly mayAsk: (key: SlotKey) => boolean;
  readonly language: string;
  /** `off`: the ladder alone decides what is asked next. */
  readonly planner: 'on' | 'off';
}
