import type { CompositeScore, DecisionRecord, HandoffReason, Tier, Verdict } from './decisions.js';
import type { ConversationId, MessageId } from './ids.js';
import type { SlotKey, SlotValue } from './slots.js';

/** What is wrong with a playbook's text, and where; lines and columns count from 1. */
export interface PlaybookProblemAt {
  readonly line: number;
  readonly column: number;
  /** The place in the document, e.g. `verdicts[4].when`; empty for the text as a whole. */
  readonly path: string;
  readonly message: string;
}

/** Work in progress on a workspace's playbook. It may be invalid. */
export interface PlaybookDraft {
  readonly yaml: string;
  /** Rises with every save; a save names the one it has seen. 0: nothing has been saved, this is the current text. */
  readonly revision: number;
  readonly problems: readonly PlaybookProblemAt[];
}

/** The part of JSON Schema that describes a playbook. */
export interface PlaybookSchemaNode {
  readonly type?: string | undefined;
  readonly properties?: Readonly<Record<string, PlaybookSchemaNode>> | undefined;
  readonly additionalProperties?: PlaybookSchemaNode | boolean | undefined;
  readonly items?: PlaybookSchemaNode | undefined;
  readonly enum?: readonly unknown[] | undefined;
  readonly const?: unknown;
  readonly anyOf?: readonly PlaybookSchemaNode[] | undefined;
  readonly oneOf?: readonly PlaybookSchemaNode[] | undefined;
}

/** Everything that a playbook's text may hold; an editor completes from it. */
export interface PlaybookVocabulary {
  readonly schema: PlaybookSchemaNode;
  /** CEL types of the facts that a condition may name, by the kind of rule it belongs to. */
  readonly facts: Readonly<Record<'verdict' | 'handoff' | 'routing', Readonly<Record<string, string>>>>;
}

/** A conversation that every published playbook has to decide in this way. */
export interface GoldenConversation {
  readonly name: string;
  /** BCP 47 primary tag. */
  readonly language: string;
  /** What the visitor writes, one turn per line. */
  readonly lines: readonly string[];
  readonly expect: {
    readonly verdict: Verdict;
    /** Why a person has been called by the end; null: nobody was. */
    readonly handoff: HandoffReason | null;
    /** Values that are held in the end; a slot that is not named may hold anything. */
    readonly slots?: Readonly<Record<SlotKey, SlotValue>> | undefined;
  };
}

export interface GoldenResult {
  readonly name: string;
  readonly passed: boolean;
  /** One sentence per difference. */
  readonly differences: readonly string[];
}

/** One turn of a simulated conversation, with the decision that explains it. */
export interface SimulatedTurn {
  readonly said: string;
  /** Null: the assistant keeps silent. */
  readonly reply: string | null;
  readonly decision: DecisionRecord;
}

/** What a playbook makes of a conversation: the outcome at its end. */
export interface LeadOutcome {
  readonly verdict: Verdict;
  readonly verdictBecause: string | null;
  /** Reasons for which a person is called, in the order in which they come up. */
  readonly handoffs: readonly HandoffReason[];
  readonly score: CompositeScore;
  readonly tier: Tier;
}

/** A past conversation that a draft would decide differently. */
export interface BackTestDifference {
  readonly conversationId: ConversationId;
  readonly changed: readonly ('verdict' | 'route' | 'score')[];
  readonly before: LeadOutcome;
  readonly after: LeadOutcome;
}

export interface BackTest {
  /** Conversations with a decision that were looked at, newest first. */
  readonly conversations: number;
  readonly unchanged: number;
  /** By the score after, highest first; ties by id. */
  readonly differences: readonly BackTestDifference[];
}

/** What became of the contact details that visitors wrote. */
export interface LeadLedger {
  readonly counts: Readonly<Record<LeadFate, number>>;
  /** Those of the asked fate, the latest first. */
  readonly entries: readonly LeadLedgerEntry[];
}

/** How a conversation ended in which a contact detail appeared. */
export type LeadFate = 'captured' | 'declined' | 'explained' | 'lost';

/** A line of the lead-loss ledger. */
export interface LeadLedgerEntry {
  readonly conversationId: ConversationId;
  readonly fate: LeadFate;
  /** One sentence for people. */
  readonly because: string;
  /** The words in which the contact detail appeared. */
  readonly words: readonly {
    readonly messageId: MessageId;
    readonly quote: string;
  }[];
  readonly lastAt: string;
}
