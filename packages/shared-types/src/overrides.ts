import type { Intent, Tier, Verdict } from './decisions.js';
import type { SlotKey } from './slots.js';

/** How a lead is judged, by the rules or by an agent. */
export interface Classification {
  readonly verdict: Verdict;
  readonly tier: Tier | null;
  readonly intents: readonly Intent[];
}

/** What a person changed against the machine, always with a reason. */
export type Override =
  /** Values as words, null for none. */
  | {
      readonly kind: 'slot';
      readonly key: SlotKey;
      readonly before: string | null;
      readonly after: string | null;
      readonly reason: string;
    }
  | {
      readonly kind: 'classification';
      readonly before: Classification;
      readonly after: Classification;
      readonly reason: string;
    }
  | {
      readonly kind: 'route';
      readonly before: string | null;
      readonly after: string;
      readonly reason: string;
    }
  | { readonly kind: 'automation'; readonly paused: boolean; readonly reason: string }
  /** Taken from a colleague who had it. */
  | { readonly kind: 'barge_in'; readonly from: string; readonly reason: string };

/** How a conversation ended, as the agent who closes it says. */
export const DISPOSITIONS = [
  'resolved',
  'accepted',
  'rejected',
  'meeting',
  'won',
  'lost',
  'spam',
  'no_response',
] as const;
export type DispositionKind = (typeof DISPOSITIONS)[number];

export interface Disposition {
  readonly kind: DispositionKind;
  /** Required for `rejected` and `lost`. */
  readonly reason: string | null;
}

/** `whisper`: to colleagues; `transfer`: to whoever takes over; `summary` and `instructions`: to the assistant on return. */
export type NoteKind = 'whisper' | 'transfer' | 'summary' | 'instructions';

/** What instructions mean for the assistant's questions. */
export interface Steer {
  /** To be asked next, in this order. */
  readonly ask: readonly SlotKey[];
  /** Not to be asked any more. */
  readonly avoid: readonly SlotKey[];
}

/** Something the agent is about to ask that the visitor has already said. */
export interface AlreadySaid {
  readonly key: SlotKey;
  readonly label: string;
  /** The value in words. */
  readonly display: string;
  /** The part of the draft that asks for it. */
  readonly asks: string;
  /** The visitor's words. */
  readonly said: readonly { readonly messageId: string; readonly quote: string }[];
}
