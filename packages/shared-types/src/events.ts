import type { Actor, Audience, Owner } from './actors.js';
import type { Bundle } from './bundle.js';
import type { Citation, DecisionRecord, HandoffReason, Step } from './decisions.js';
import type { FileRecord } from './files.js';
import type { VerifiedIdentity } from './identity.js';
import type { AgentId, ConversationId, EventId, HandoffId, MessageId, SiteId, TurnId } from './ids.js';
import type { Disposition, NoteKind, Override, Steer } from './overrides.js';
import type { RouteTarget, RoutingRecord, Rung } from './routing.js';
import type { SlotKey, SlotRecord } from './slots.js';

/** The page on which a conversation began. All parts are the host page's own words: untrusted text. */
export interface PageContext {
  readonly url: string;
  readonly title: string;
  readonly referrer: string;
}

/** How an assistant's or agent's message came about. */
export type MessageOrigin = 'template' | 'model' | 'human';

/** `text` is what the visitor typed; `human_request` is the button "talk to a person" with its visible words. */
export type VisitorMessageKind = 'text' | 'human_request';

/** How a visitor rates a conversation: 1 (bad) to 5 (very good). */
export type Score = 1 | 2 | 3 | 4 | 5;

export interface MessageSent {
  readonly messageId: MessageId;
  readonly text: string;
  readonly kind: VisitorMessageKind;
  readonly origin: MessageOrigin;
  /** The slot that this message asks about, so that the answer is read in its light. */
  readonly asks: SlotKey | null;
  readonly quickReplies: readonly string[];
  readonly citations: readonly Citation[];
  /** The assistant was cut off by a person who took over: this is the part that had been released. */
  readonly interrupted: boolean;
  readonly turnId: TurnId | null;
  /** What was sent along; absent: nothing. `text` is then the names, so that no reader has to know of files. */
  readonly files?: readonly FileRecord[];
}

/** The data of every event that a conversation's log can hold. Past tense, dotted. */
export interface EventDataByType {
  readonly 'conversation.started': {
    readonly siteId: SiteId;
    readonly page: PageContext;
    readonly locale: string;
    readonly timeZone: string;
  };
  readonly 'message.sent': MessageSent;
  /** The visitor has come to another page while the conversation is open. */
  readonly 'page.visited': { readonly page: PageContext };
  readonly 'slot.proposed': { readonly slot: SlotRecord };
  readonly 'slot.filled': { readonly slot: SlotRecord };
  readonly 'slot.corrected': { readonly slot: SlotRecord };
  readonly 'slot.conflicted': { readonly slot: SlotRecord };
  readonly 'slot.declined': { readonly slot: SlotRecord };
  readonly 'slot.withdrawn': { readonly slot: SlotRecord };
  readonly 'decision.recorded': { readonly decision: DecisionRecord };
  /** The model failed in this turn and the rules answered instead. */
  readonly 'turn.degraded': {
    readonly turnId: TurnId;
    readonly lane: 'reply' | 'extraction';
    readonly kind: string;
  };
  /** A plan that was not carried out to its end, and why. */
  readonly 'turn.aborted': {
    readonly turnId: TurnId;
    readonly plan: readonly Step[];
    readonly dropped: readonly string[];
    readonly because: 'visitor_wrote' | 'log_changed' | 'owner_changed';
  };
  readonly 'owner.changed': { readonly owner: Owner; readonly epoch: number };
  readonly 'handoff.requested': { readonly handoffId: HandoffId; readonly reason: HandoffReason };
  readonly 'handoff.offered': {
    readonly handoffId: HandoffId;
    readonly agentIds: readonly AgentId[];
    readonly deadlineAt: string;
    readonly rung?: Rung;
  };
  readonly 'handoff.accepted': {
    readonly handoffId: HandoffId;
    readonly agent: { readonly id: AgentId; readonly name: string };
    /** When the agent must have written, else the chat is offered to others. */
    readonly firstReplyBy?: string;
  };
  readonly 'handoff.declined': {
    readonly handoffId: HandoffId;
    readonly agentId: AgentId;
    readonly reason?: string;
  };
  /** The router's choice for one rung. */
  readonly 'handoff.routed': { readonly handoffId: HandoffId; readonly routing: RoutingRecord };
  /** A person chose where it goes; the ladder begins anew there. */
  readonly 'handoff.directed': { readonly handoffId: HandoffId; readonly to: RouteTarget };
  /** The agent who had it was lost: it waits again, under the same id. */
  readonly 'handoff.reopened': {
    readonly handoffId: HandoffId;
    readonly because: 'agent_gone' | 'agent_offline' | 'no_first_reply';
    readonly agent: { readonly id: AgentId; readonly name: string };
  };
  /** Ended by being passed on; the next handoff begins with its own request. */
  readonly 'handoff.transferred': { readonly handoffId: HandoffId; readonly to: RouteTarget };
  /** The bundle as it stood when somebody was called: the same bytes as over HTTP at that `seq`. */
  readonly 'bundle.recorded': { readonly handoffId: HandoffId; readonly bundle: Bundle };
  /** Inside the workspace only. `steer`: how instructions to the assistant were understood. */
  readonly 'note.added': { readonly kind: NoteKind; readonly text: string; readonly steer?: Steer };
  readonly 'override.recorded': { readonly override: Override };
  readonly 'disposition.recorded': { readonly disposition: Disposition };
  /** Nobody accepted in time, or nobody was there. The lead stays in the queue. */
  readonly 'handoff.expired': {
    readonly handoffId: HandoffId;
    readonly because: 'nobody_available' | 'no_accept';
    /** When a person will be in touch at the latest. */
    readonly promisedBy?: string;
  };
  readonly 'handoff.returned': { readonly handoffId: HandoffId };
  readonly 'handoff.closed': { readonly handoffId: HandoffId };
  readonly 'conversation.closed': { readonly by: 'visitor' | 'agent' | 'system' };
  /** The customer's server has signed who the visitor is: for the workspace alone, and never from what was typed. */
  readonly 'visitor.verified': { readonly identity: VerifiedIdentity };
  /** What the visitor answered to the question for consent, before this conversation or in it, and in which words it was asked. */
  readonly 'consent.recorded': {
    readonly granted: boolean;
    readonly version: string;
    readonly text: string;
    readonly decidedAt: string;
  };
  /** By the visitor, also after the end. A later one takes the place of an earlier one. */
  readonly 'conversation.rated': { readonly score: Score; readonly comment: string | null };
}
export type EventType = keyof EventDataByType;

/** Which events the visitor may see. Everything else stays inside the workspace. */
export const PUBLIC_EVENTS: ReadonlySet<EventType> = new Set<EventType>([
  'conversation.started',
  'message.sent',
  'owner.changed',
  'handoff.requested',
  'handoff.accepted',
  'handoff.expired',
  'handoff.reopened',
  'handoff.transferred',
  'handoff.returned',
  'handoff.closed',
  'conversation.closed',
  'conversation.rated',
]);

/** One line of a conversation's log. */
export interface LogEventOf<T extends EventType> {
  readonly id: EventId;
  readonly conversationId: ConversationId;
  /** 1, 2, 3 … without a gap within a conversation. The only order there is. */
  readonly seq: number;
  readonly type: T;
  readonly schemaVersion: number;
  /** ISO 8601 UTC, for people; never used for ordering. */
  readonly at: string;
  readonly actor: Actor;
  readonly audience: Audience;
  /** The owner's epoch under which it was written. */
  readonly epoch: number;
  /** Chosen by the sender's client for exactly-once sending; null for what the server made itself. */
  readonly clientId: string | null;
  readonly data: EventDataByType[T];
}

/** Any event of the log, discriminated by `type`. */
export type LogEvent = { [T in EventType]: LogEventOf<T> }[EventType];

/** An event before it has been given its place in the log. */
export type NewEvent = {
  [T in EventType]: {
    readonly type: T;
    readonly actor: Actor;
    readonly audience: Audience;
    readonly clientId: string | null;
    readonly data: EventDataByType[T];
  };
}[EventType];

/**
 * All events in `(from, to]` that its reader may see. Because the range is named, a reader who may not see
 * internal events still notices a gap: `from` must equal its cursor, and `to` becomes the new one.
 */
export interface LogBatch {
  readonly conversationId: ConversationId;
  readonly from: number;
  readonly to: number;
  readonly events: readonly LogEvent[];
}
