import type { CompositeScore, HandoffReason, Intent, Tier, Verdict } from './decisions.js';
import type { PageContext } from './events.js';
import type { ConversationId, HandoffId, MessageId, VisitorId } from './ids.js';
import type { Evidence, ProvenanceSource, SlotKey, SlotKind, SlotValue } from './slots.js';

/** How complete one slot is, as the agent reads it. */
export type BundleSlotState = 'filled' | 'declined' | 'not_asked' | 'unclear' | 'conflicting' | 'withdrawn';

export interface BundleValue {
  readonly value: SlotValue;
  /** The value in English words, like the labels: the bundle is read by agents. */
  readonly display: string;
  readonly confidence: number;
  readonly reason: string;
  readonly source: ProvenanceSource;
  readonly evidence: readonly Evidence[];
}

export interface BundleSlot {
  readonly key: SlotKey;
  readonly kind: SlotKind;
  readonly label: string;
  readonly state: BundleSlotState;
  readonly current: BundleValue | null;
  readonly rivals: readonly BundleValue[];
}

/** A sentence that stands on messages; an agent can open each of them. */
export interface SourcedSentence {
  readonly text: string;
  readonly messageIds: readonly MessageId[];
}

/** What the agent receives: everything known, with its proof. Identical wherever it is read. */
export interface Bundle {
  readonly schema: 'baton.bundle/1';
  readonly conversationId: ConversationId;
  readonly handoffId: HandoffId | null;
  readonly reason: HandoffReason | null;
  /** The log position it was folded from. */
  readonly seq: number;
  readonly language: string;
  readonly visitor: {
    readonly id: VisitorId;
    readonly label: string;
    /** Typed by the visitor and not proven. */
    readonly claimed: {
      readonly name: string | null;
      readonly email: string | null;
      readonly phone: string | null;
    };
    /** Proven by a signed identity; null until then. */
    readonly verified: null;
  };
  readonly page: PageContext | null;
  readonly intents: readonly Intent[];
  readonly urgency: 'low' | 'normal' | 'high';
  readonly sentiment: 'negative' | 'neutral' | 'positive';
  readonly verdict: Verdict;
  readonly verdictBecause: string | null;
  readonly tier: Tier | null;
  readonly score: CompositeScore | null;
  readonly slots: readonly BundleSlot[];
  readonly completeness: { readonly filled: number; readonly total: number };
  readonly summary: readonly SourcedSentence[];
  /** What the visitor asked and nobody has answered. */
  readonly openQuestions: readonly SourcedSentence[];
  /** What was promised on the company's side. */
  readonly promised: readonly SourcedSentence[];
  /** Drafts for the agent: shown, never sent by themselves. */
  readonly suggestedReply: string;
  readonly nextQuestions: readonly string[];
  readonly transcript: {
    readonly conversationId: ConversationId;
    readonly messages: number;
    readonly href: string;
  };
  /** SHA-256 (hex) over the canonical JSON (RFC 8785) of all the fields above. */
  readonly hash: string;
}
