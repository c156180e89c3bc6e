import type { Evidence, SlotCandidate, SlotKind, SlotRecord } from '@baton/shared-types';
import type { Understanding } from '../understanding/reading.js';
import { accumulateFlags, accumulateIntents } from './accumulate-intents.js';
import { mergeCandidate, type SlotChange } from './merge-candidate.js';
import type { MemorySlot, QualificationMemory } from './qualification-memory.js';

export interface Merged {
  readonly memory: QualificationMemory;
  /** One per slot and step, in order: each becomes an event of the log. */
  readonly changes: readonly SlotChange[];
}

/** Brings what a turn said into the memory. Slots that the playbook does not have are not kept. */
export function mergeUnderstanding(
  memory: QualificationMemory,
  understanding: Understanding,
  playbookSlots: readonly MemorySlot[],
): Merged {
  const flags = accumulateFlags(memory.flags, understanding.flags);
  const heard: QualificationMemory = {
    ...memory,
    language: understanding.language,
    intents: accumulateIntents(memory.intents, understanding.intents, flags),
    flags,
  };
  const merged = mergeCandidates(heard, understanding.candidates, playbookSlots);
  return understanding.declined.reduce(
    (soFar, { kind, evidence }) => decline(soFar, kind, evidence, playbookSlots),
    merged,
  );
}

/** Brings single values into the memory: the model's, or an agent's correction. */
export function mergeCandidates(
  memory: QualificationMemory,
  candidates: readonly SlotCandidate[],
  playbookSlots: readonly MemorySlot[],
): Merged {
  return candidates.reduce<Merged>(
    (soFar, candidate) => {
      const slot = slotFor(soFar.memory, candidate.kind, playbookSlots);
      if (slot === null) return soFar;
      return withChange(soFar, mergeCandidate(slot, candidate, soFar.memory.asked === slot.key));
    },
    { memory, changes: [] },
  );
}

/** Empties a slot at the visitor's wish. Nothing happens when it holds nothing. */
export function withdrawSlot(memory: QualificationMemory, key: string): Merged {
  const slot = memory.slots[key];
  if (slot === undefined || slot.current === null) return { memory, changes: [] };
  const withdrawn: SlotRecord = { ...slot, state: 'withdrawn', current: null, rivals: [] };
  return withChange({ memory, changes: [] }, { type: 'slot.withdrawn', slot: withdrawn });
}

/** The memory after a change of a slot, live or from the log. */
export function applySlotChange(memory: QualificationMemory, slot: SlotRecord): QualificationMemory {
  return { ...memory, version: memory.version + 1, slots: { ...memory.slots, [slot.key]: slot } };
}

function withChange(soFar: Merged, change: SlotChange | null): Merged {
  if (change === null) return soFar;
  return {
    memory: applySlotChange(soFar.memory, change.slot),
    changes: [...soFar.changes, change],
  };
}

/** Only what was asked for can be declined; a refusal of a slot that is already declined changes nothing. */
function decline(
  soFar: Merged,
  kind: SlotKind,
  evidence: readonly Evidence[],
  playbookSlots: readonly MemorySlot[],
): Merged {
  const slot = slotFor(soFar.memory, kind, playbookSlots);
  if (slot === null || slot.state === 'declined') return soFar;
  if ((soFar.memory.askCounts[slot.key] ?? 0) === 0) return soFar;
  const declined: SlotRecord = {
    ...slot,
    state: 'declined',
    current: null,
    rivals: [],
    declinedEvidence: evidence,
  };
  return withChange(soFar, { type: 'slot.declined', slot: declined });
}

/** The slot of that kind that was asked for, else the first one of the playbook. */
function slotFor(
  memory: QualificationMemory,
  kind: SlotKind,
  playbookSlots: readonly MemorySlot[],
): SlotRecord | null {
  const ofKind = playbookSlots.filter((slot) => slot.kind === kind);
  const chosen = ofKind.find((slot) => slot.key === memory.asked) ?? ofKind[0];
  return chosen === undefined ? null : (memory.slots[chosen.key] ?? null);
}
