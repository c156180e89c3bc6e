import type { Evidence, Intent, MessageId, SlotCandidate, SlotKind, SlotValue } from '@baton/shared-types';

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

/** Reads candidates of some kinds from a turn. Every candidate's evidence is an exact span of one of the messages. */
export type Reader = (context: ReadingContext) => readonly SlotCandidate[];

/** Things that disqualify or stop, each true when the words say so plainly. */
export interface VisitorFlags {
  readonly optOut: boolean;
  readonly spam: boolean;
  readonly abuse: boolean;
  readonly jobSeeker: boolean;
  /** A student, a researcher, a competitor or a private person. */
  readonly noBusinessUse: boolean;
  readonly willNotBuy: boolean;
  /** States a business need, whether or not it sounds like buying. */
  readonly businessNeed: boolean;
}

/** Everything the deterministic part reads from one turn. */
export interface Understanding {
  readonly language: string;
  readonly intents: readonly Intent[];
  readonly flags: VisitorFlags;
  readonly urgency: 'low' | 'normal' | 'high';
  readonly sentiment: 'negative' | 'neutral' | 'positive';
  readonly candidates: readonly SlotCandidate[];
  /** Slots that the visitor refused to give ("I'd rather not say"); "I don't know" is no refusal. */
  readonly declined: readonly { readonly kind: SlotKind; readonly evidence: readonly Evidence[] }[];
  /** The visitor asks something that an answer is owed to. */
  readonly asksQuestion: boolean;
  /** The visitor asks for something without a question: "I would like to see a demo". */
  readonly wishes: boolean;
}
