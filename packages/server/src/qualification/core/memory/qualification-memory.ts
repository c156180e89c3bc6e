import type {
  Intent,
  PlaybookSlot,
  SlotKey,
  SlotKind,
  SlotRecord,
  SlotValue,
  Steer,
} from '@baton/shared-types';
import type { VisitorFlags } from '../understanding/reading.js';

/** The part of a playbook's slot that memory needs. */
export type MemorySlot = Pick<PlaybookSlot, 'key' | 'kind'>;

/** What is held about a visitor within one conversation. A fold of the log: nothing in it comes from elsewhere. */
export interface QualificationMemory {
  /** Rises by one with every change of a slot; equal versions of one conversation hold equal slots. */
  readonly version: number;
  /** One record per slot of the playbook, also for empty ones. */
  readonly slots: Readonly<Record<SlotKey, SlotRecord>>;
  /** Everything the visitor has been after so far, in the order of the contract's list. */
  readonly intents: readonly Intent[];
  /** Each true from the turn on in which it was first true. */
  readonly flags: VisitorFlags;
  /** BCP 47 primary tag. */
  readonly language: string;
  /** The slot that the assistant's last message asked for. */
  readonly asked: SlotKey | null;
  /** The version at which it did. */
  readonly askedAtVersion: number;
  /** How often each slot was asked for. */
  readonly askCounts: Readonly<Record<SlotKey, number>>;
  /** Slots that were asked for and that the visitor answered with something else than a value or a question. */
  readonly passedOver: readonly SlotKey[];
  /** Turns the assistant has taken. */
  readonly turnsTaken: number;
  /** What a colleague who gave the conversation back wants asked, and not asked. */
  readonly steer: Steer;
}

export const NO_FLAGS: VisitorFlags = {
  optOut: false,
  spam: false,
  abuse: false,
  jobSeeker: false,
  noBusinessUse: false,
  willNotBuy: false,
  businessNeed: false,
};

/** The memory of a conversation in which nothing has been said. */
export function emptyMemory(playbookSlots: readonly MemorySlot[], language = 'en'): QualificationMemory {
  return {
    version: 0,
    slots: Object.fromEntries(playbookSlots.map((slot) => [slot.key, emptySlot(slot)])),
    intents: [],
    flags: NO_FLAGS,
    language,
    asked: null,
    askedAtVersion: 0,
    askCounts: {},
    passedOver: [],
    turnsTaken: 0,
    steer: { ask: [], avoid: [] },
  };
}

/** Notes what the assistant's message asked for; null when it asked for nothing. */
export function rememberAsked(memory: QualificationMemory, asked: SlotKey | null): QualificationMemory {
  const askedAtVersion = memory.version;
  if (asked === null) return { ...memory, asked, askedAtVersion };
  const count = (memory.askCounts[asked] ?? 0) + 1;
  // What a colleague wanted to know is asked once on their behalf.
  const steer = { ...memory.steer, ask: memory.steer.ask.filter((key) => key !== asked) };
  return { ...memory, asked, askedAtVersion, steer, askCounts: { ...memory.askCounts, [asked]: count } };
}

/**
 * Notes that the turn just decided has passed over the question that stood open. Whoever asks something
 * themselves, or tells something else, has not answered yet.
 */
export function rememberPassedOver(memory: QualificationMemory, askedBack: boolean): QualificationMemory {
  const { asked, askedAtVersion, passedOver, version } = memory;
  if (asked === null || askedBack || version > askedAtVersion || passedOver.includes(asked)) return memory;
  return { ...memory, passedOver: [...passedOver, asked] };
}

/** Notes that the assistant has taken a turn. */
export function rememberTurn(memory: QualificationMemory): QualificationMemory {
  return { ...memory, turnsTaken: memory.turnsTaken + 1 };
}

/** The kind of the slot that was asked for last, as the readers want it. */
export function askedKind(memory: QualificationMemory): SlotKind | null {
  return memory.asked === null ? null : (memory.slots[memory.asked]?.kind ?? null);
}

/** The values in force by kind, as the readers want them. */
export function knownValues(memory: QualificationMemory): { readonly [K in SlotKind]?: SlotValue } {
  const known: { [K in SlotKind]?: SlotValue } = {};
  for (const slot of Object.values(memory.slots)) {
    if (slot.current !== null && known[slot.kind] === undefined) known[slot.kind] = slot.current.value;
  }
  return known;
}

export function emptySlot({ key, kind }: MemorySlot): SlotRecord {
  return { key, kind, state: 'empty', current: null, rivals: [], corrected: false, declinedEvidence: [] };
}
