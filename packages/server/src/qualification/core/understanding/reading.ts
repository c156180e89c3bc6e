import type { MessageId, Reading, SlotCandidate, SlotKind, SlotValue } from '@baton/shared-types';
import type { ReadingWords } from '../words/qualification-words.js';

export interface VisitorMessage {
  readonly id: MessageId;
  readonly text: string;
}

/** What a reader may look at. It never sees another visitor, and never takes a value from `lastAssistantText`. */
export interface ReadingContext {
  /** The new messages of this turn, in order. */
  readonly messages: readonly VisitorMessage[];
  /** What the assistant's last message asked for. */
  readonly asked: SlotKind | null;
  readonly lastAssistantText: string | null;
  /** The conversation's clock, ISO 8601 UTC. */
  readonly now: string;
  /** IANA name. */
  readonly timeZone: string;
  /** Main language of the conversation so far, BCP 47 primary tag. */
  readonly language: string;
  /** Values already held. */
  readonly known: { readonly [K in SlotKind]?: SlotValue };
}

/** Why a value is believed, in whichever language it will be told. */
export type Reason = (say: ReadingWords) => string;

/** A candidate as a reader finds it: its reason has not been put into words yet. */
export type ReadCandidate<K extends SlotKind = SlotKind> = Omit<SlotCandidate<K>, 'reason'> & {
  readonly reason: Reason;
};

/** Reads candidates of some kinds from a turn. Every candidate's evidence is an exact span of one of the messages. */
export type Reader = (context: ReadingContext) => readonly ReadCandidate[];

/** Things that disqualify or stop, each true when the words say so plainly. */
export type VisitorFlags = Reading['flags'];

/** Everything the deterministic part reads from one turn. */
export type Understanding = Reading;
