import type { Citation, CompositeScore, HandoffReason, Intent, Tier, Verdict } from './decisions.js';
import type { PageContext } from './events.js';
import type { FileRecord } from './files.js';
import type { VerifiedIdentity } from './identity.js';
import type { ConversationId, HandoffId, MessageId, VisitorId } from './ids.js';
import type { Disposition } from './overrides.js';
import type { RoutePriority } from './routing.js';
import type { Evidence, ProvenanceSource, SlotKey, SlotKind, SlotValue } from './slots.js';

/** How complete one slot is, as the agent reads it. */
export type BundleSlotState = 'filled' | 'declined' | 'not_asked' | 'unclear' | 'conflicting' | 'withdrawn';

export interface BundleValue {
  readonly value: SlotValue;
  /** The value in words of the playbook's `deskLanguage`, like the labels: the bundle is read by agents. */
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

/** A required field that the agent does not get, and why. */
export interface BundleGap {
  readonly key: SlotKey;
  readonly label: string;
  readonly state: Exclude<BundleSlotState, 'filled'>;
  readonly because: string;
}

/** Something that happened, in one sentence. */
export interface BundleMoment {
  readonly seq: number;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly text: string;
}

/** Where the campaign's link came from; parameters of the page's address, in the visitor's hands and so unproven. */
export interface BundleCampaign {
  readonly source: string | null;
  readonly medium: string | null;
  readonly campaign: string | null;
  readonly term: string | null;
  readonly content: string | null;
}

/** What an agent changed against the machine. */
export interface BundleCorrection {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly what: string;
  readonly reason: string;
}

/**
 * What the agent receives: everything known, with its proof. Identical wherever it is read, so its sentences are in the
 * playbook's `deskLanguage`; what the visitor said and what may be said to them stays in the conversation's `language`.
 */
export interface Bundle {
  readonly schema: 'baton.bundle/1';
  readonly conversationId: ConversationId;
  readonly handoffId: HandoffId | null;
  readonly reason: HandoffReason | null;
  /** The log position it was folded from. */
  readonly seq: number;
  /** The version of the playbook it was folded with. */
  readonly playbook: { readonly version: number; readonly hash: string };
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
    readonly verified: VerifiedIdentity | null;
  };
  readonly page: PageContext | null;
  /** The pages on the way, oldest first, and the campaign that brought the visitor. */
  readonly journey: readonly { readonly url: string; readonly title: string; readonly at: string }[];
  readonly campaign: BundleCampaign | null;
  readonly intents: readonly Intent[];
  readonly urgency: 'low' | 'normal' | 'high';
  readonly sentiment: 'negative' | 'neutral' | 'positive';
  readonly verdict: Verdict;
  readonly verdictBecause: string | null;
  readonly tier: Tier | null;
  readonly score: CompositeScore | null;
  readonly route: {
    readonly rule: string;
    readonly because: string;
    readonly team: string | null;
    readonly priority: RoutePriority;
  } | null;
  readonly slots: readonly BundleSlot[];
  readonly completeness: {
    readonly filled: number;
    readonly total: number;
    readonly declined: number;
    readonly notAsked: number;
    readonly unclear: number;
    readonly conflicting: number;
    readonly withdrawn: number;
  };
  /** Required by the playbook and not there. Empty: complete. */
  readonly gaps: readonly BundleGap[];
  readonly summary: readonly SourcedSentence[];
  readonly timeline: readonly BundleMoment[];
  /** What the visitor asked and nobody has answered. */
  readonly openQuestions: readonly SourcedSentence[];
  readonly objections: readonly SourcedSentence[];
  /** What was promised on the company's side. */
  readonly promised: readonly SourcedSentence[];
  /** Documents that the assistant answered from. */
  readonly cited: readonly (Citation & { readonly messageIds: readonly MessageId[] })[];
  /** Files that were sent, oldest first; absent: none. */
  readonly files?:
    | readonly (FileRecord & { readonly messageId: MessageId; readonly from: 'visitor' | 'agent' })[]
    | undefined;
  /** What the last agent told the next one, and the assistant. */
  readonly notes: readonly { readonly seq: number; readonly by: string; readonly text: string }[];
  readonly corrections: readonly BundleCorrection[];
  readonly disposition: Disposition | null;
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
