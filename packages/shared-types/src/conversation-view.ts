import type { Actor, Owner } from './actors.js';
import type { Citation, DecisionRecord, HandoffReason } from './decisions.js';
import type { LogBatch, LogEvent, MessageOrigin, PageContext, Score } from './events.js';
import type { AgentId, ConversationId, HandoffId, MessageId, SiteId } from './ids.js';
import type { SlotKey, SlotRecord } from './slots.js';

export interface MessageView {
  readonly messageId: MessageId;
  readonly seq: number;
  readonly at: string;
  readonly actor: Actor;
  readonly text: string;
  readonly origin: MessageOrigin;
  readonly asks: SlotKey | null;
  readonly quickReplies: readonly string[];
  readonly citations: readonly Citation[];
  readonly interrupted: boolean;
  readonly clientId: string | null;
}

/** A visible line between messages: who answers now, or what became of the handoff. */
export interface MilestoneView {
  readonly seq: number;
  readonly at: string;
  readonly kind: 'waiting' | 'agent_joined' | 'returned' | 'nobody_available' | 'closed';
  readonly agentName: string | null;
}

export interface HandoffView {
  readonly handoffId: HandoffId;
  readonly state: 'requested' | 'offered' | 'expired' | 'live' | 'returned' | 'closed';
  readonly reason: HandoffReason;
  readonly requestedAt: string;
  readonly deadlineAt: string | null;
  readonly offeredTo: readonly AgentId[];
  readonly acceptedBy: { readonly id: AgentId; readonly name: string } | null;
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
  /** The visitor's latest rating; absent until there is one. */
  readonly rating?: { readonly score: Score; readonly comment: string | null; readonly at: string };
}

/** The view before any event. */
export function emptyView(conversationId: ConversationId): ConversationView {
  return {
    conversationId,
    status: 'open',
    owner: { kind: 'assistant' },
    epoch: 0,
    siteId: null,
    startedAt: null,
    page: null,
    locale: 'en',
    timeZone: 'UTC',
    messages: [],
    milestones: [],
    slots: {},
    decision: null,
    decisions: [],
    handoff: null,
  };
}

/** Applies one event. Pure; the same for widget, console, server and tests. */
export function applyEvent(view: ConversationView, event: LogEvent): ConversationView {
  switch (event.type) {
    case 'conversation.started':
      return { ...view, startedAt: event.at, ...pick(event.data) };
    case 'message.sent':
      return { ...view, messages: [...view.messages, toMessage(event)] };
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
      return view;
    case 'owner.changed':
      return { ...view, owner: event.data.owner, epoch: event.data.epoch };
    case 'handoff.requested':
      return withMilestone(
        {
          ...view,
          handoff: {
            handoffId: event.data.handoffId,
            state: 'requested',
            reason: event.data.reason,
            requestedAt: event.at,
            deadlineAt: null,
            offeredTo: [],
            acceptedBy: null,
          },
        },
        event,
        'waiting',
        null,
      );
    case 'handoff.offered':
      return onHandoff(view, {
        state: 'offered',
        offeredTo: event.data.agentIds,
        deadlineAt: event.data.deadlineAt,
      });
    case 'handoff.accepted':
      return withMilestone(
        onHandoff(view, { state: 'live', acceptedBy: event.data.agent, deadlineAt: null }),
        event,
        'agent_joined',
        event.data.agent.name,
      );
    case 'handoff.declined': {
      const { agentId } = event.data;
      return onHandoff(view, { offeredTo: view.handoff?.offeredTo.filter((id) => id !== agentId) ?? [] });
    }
    case 'handoff.expired':
      return withMilestone(
        onHandoff(view, { state: 'expired', deadlineAt: null, offeredTo: [] }),
        event,
        'nobody_available',
        null,
      );
    case 'handoff.returned':
      return withMilestone(onHandoff(view, { state: 'returned' }), event, 'returned', null);
    case 'handoff.closed':
      return onHandoff(view, { state: 'closed' });
    case 'conversation.closed':
      return withMilestone({ ...view, status: 'closed' }, event, 'closed', null);
    case 'conversation.rated':
      return { ...view, rating: { ...event.data, at: event.at } };
  }
}

/** Applies a batch that begins exactly at `cursor`; the caller has checked that. */
export function applyBatch(view: ConversationView, batch: LogBatch): ConversationView {
  return batch.events.reduce(applyEvent, view);
}

function pick(data: { siteId: SiteId; page: PageContext; locale: string; timeZone: string }) {
  return { siteId: data.siteId, page: data.page, locale: data.locale, timeZone: data.timeZone };
}

function toMessage(event: Extract<LogEvent, { type: 'message.sent' }>): MessageView {
  const { messageId, text, origin, asks, quickReplies, citations, interrupted } = event.data;
  return {
    messageId,
    seq: event.seq,
    at: event.at,
    actor: event.actor,
    text,
    origin,
    asks,
    quickReplies,
    citations,
    interrupted,
    clientId: event.clientId,
  };
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

function onHandoff(view: ConversationView, change: Partial<HandoffView>): ConversationView {
  return view.handoff ? { ...view, handoff: { ...view.handoff, ...change } } : view;
}

function withMilestone(
  view: ConversationView,
  event: LogEvent,
  kind: MilestoneView['kind'],
  agentName: string | null,
): ConversationView {
  // Saying the same again tells nobody anything: a later offer that runs out adds no second line.
  if (view.milestones.at(-1)?.kind === kind) return view;
  return { ...view, milestones: [...view.milestones, { seq: event.seq, at: event.at, kind, agentName }] };
}
