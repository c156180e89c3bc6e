import type { Actor, Owner } from './actors.js';
import { applyPublicEvent } from './apply-public-event.js';
import type { DecisionRecord } from './decisions.js';
import type { LogBatch, LogEvent, MessageSent, PageContext, Score } from './events.js';
import { applyToHandoff, type HandoffView } from './handoff-view.js';
import type { VerifiedIdentity } from './identity.js';
import type { ConversationId, SiteId } from './ids.js';
import type { Classification, Disposition, NoteKind, Override } from './overrides.js';
import type { SlotKey, SlotRecord } from './slots.js';

/** A message with its place in the log. */
export interface MessageView extends MessageSent {
  readonly seq: number;
  readonly at: string;
  readonly actor: Actor;
  readonly clientId: string | null;
}

/** A visible line between messages: who answers now, or what became of the handoff. */
export interface MilestoneView {
  readonly seq: number;
  readonly at: string;
  readonly kind:
    | 'waiting'
    | 'agent_joined'
    | 'returned'
    | 'nobody_available'
    | 'closed'
    /** The agent who had it is no longer there. */
    | 'agent_lost'
    | 'transferred';
  /** Of `transferred` the agent or team it goes to. */
  readonly agentName: string | null;
}

/** An internal note: seen by agents, never by the visitor. */
export interface NoteView {
  readonly seq: number;
  readonly at: string;
  readonly actor: Actor;
  readonly kind: NoteKind;
  readonly text: string;
}

/** What a person changed against the machine. */
export interface OverrideLine {
  readonly seq: number;
  readonly at: string;
  readonly actor: Actor;
  readonly override: Override;
}

/** A decision with its place in the log, so that a reader can see it beside the reply that followed. */
export interface DecisionLine {
  readonly seq: number;
  readonly at: string;
  readonly decision: DecisionRecord;
}

/**
 * What one reader knows of a conversation: the fold of the events it may see. The visitor's view has no
 * slots and no decision, because those events are internal.
 */
export interface ConversationView {
  readonly conversationId: ConversationId;
  readonly status: 'open' | 'closed';
  readonly owner: Owner;
  readonly epoch: number;
  readonly siteId: SiteId | null;
  readonly startedAt: string | null;
  readonly page: PageContext | null;
  readonly locale: string;
  readonly timeZone: string;
  readonly messages: readonly MessageView[];
  readonly milestones: readonly MilestoneView[];
  readonly slots: Readonly<Record<SlotKey, SlotRecord>>;
  /** The latest decision. */
  readonly decision: DecisionRecord | null;
  /** Every decision, oldest first. */
  readonly decisions: readonly DecisionLine[];
  readonly handoff: HandoffView | null;
  /** Who the visitor is by signature; absent for everybody else, and for a reader who is the visitor. */
  readonly verified?: VerifiedIdentity;
  /** The visitor's latest rating; absent until there is one. */
  readonly rating?: { readonly score: Score; readonly comment: string | null; readonly at: string };
  readonly notes: readonly NoteView[];
  readonly overrides: readonly OverrideLine[];
  /** How an agent has classified the lead; it stands above the rules' decision. */
  readonly reclassified: Classification | null;
  readonly automationPaused: boolean;
  readonly disposition: Disposition | null;
}

/** Applies one event. Pure; the same for console, server and tests; the widget's part of it is `applyPublicEvent`. */
export function applyEvent(view: ConversationView, event: LogEvent): ConversationView {
  switch (event.type) {
    case 'slot.proposed':
    case 'slot.filled':
    case 'slot.corrected':
    case 'slot.conflicted':
    case 'slot.declined':
    case 'slot.withdrawn':
      return { ...view, slots: { ...view.slots, [event.data.slot.key]: event.data.slot } };
    case 'decision.recorded':
      return withDecision(view, event);
    case 'turn.degraded':
    case 'turn.aborted':
    case 'bundle.recorded':
    case 'page.visited':
    case 'consent.recorded':
      return view;
    case 'handoff.offered':
    case 'handoff.declined':
    case 'handoff.routed':
    case 'handoff.directed':
      return { ...view, handoff: applyToHandoff(view.handoff, event) };
    case 'note.added': {
      const { seq, at, actor, data } = event;
      return { ...view, notes: [...view.notes, { seq, at, actor, kind: data.kind, text: data.text }] };
    }
    case 'override.recorded':
      return withOverride(view, event);
    case 'disposition.recorded':
      return { ...view, disposition: event.data.disposition };
    case 'visitor.verified':
      return { ...view, verified: event.data.identity };
    default:
      return applyPublicEvent(view, event);
  }
}

/** Applies a batch that begins exactly at `cursor`; the caller has checked that. */
export function applyBatch(view: ConversationView, batch: LogBatch): ConversationView {
  return batch.events.reduce(applyEvent, view);
}

function withDecision(
  view: ConversationView,
  event: Extract<LogEvent, { type: 'decision.recorded' }>,
): ConversationView {
  const { decision } = event.data;
  return {
    ...view,
    decision,
    decisions: [...view.decisions, { seq: event.seq, at: event.at, decision }],
  };
}

function withOverride(
  view: ConversationView,
  { seq, at, actor, data: { override } }: Extract<LogEvent, { type: 'override.recorded' }>,
): ConversationView {
  const next = { ...view, overrides: [...view.overrides, { seq, at, actor, override }] };
  if (override.kind === 'classification') return { ...next, reclassified: override.after };
  return override.kind === 'automation' ? { ...next, automationPaused: override.paused } : next;
}
