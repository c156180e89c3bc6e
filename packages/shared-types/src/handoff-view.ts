import type { Actor } from './actors.js';
import type { HandoffReason } from './decisions.js';
import type { LogEvent } from './events.js';
import type { AgentId, HandoffId } from './ids.js';
import type { RouteTarget, RoutingRecord, Rung } from './routing.js';

/** The latest handoff of a conversation. What only agents may know stays null for the visitor. */
export interface HandoffView {
  readonly handoffId: HandoffId;
  readonly state: 'requested' | 'offered' | 'expired' | 'live' | 'returned' | 'transferred' | 'closed';
  readonly reason: HandoffReason;
  readonly requestedAt: string;
  readonly deadlineAt: string | null;
  readonly offeredTo: readonly AgentId[];
  readonly acceptedBy: { readonly id: AgentId; readonly name: string } | null;
  readonly rung: Rung | null;
  /** The latest choice of the router. */
  readonly routing: RoutingRecord | null;
  /** Where a person sent it. */
  readonly directedTo: RouteTarget | null;
  /** When a person will be in touch at the latest; of `expired`. */
  readonly promisedBy: string | null;
  /** Until when the owner must have written; null once they have. */
  readonly firstReplyBy: string | null;
  /** The first line of the agent who accepted. */
  readonly firstReplyAt: string | null;
}

/** Applies one event to the latest handoff. Pure. */
export function applyToHandoff(handoff: HandoffView | null, event: LogEvent): HandoffView | null {
  if (!handoff) return applyPublicToHandoff(handoff, event);
  switch (event.type) {
    case 'handoff.offered': {
      const { agentIds: offeredTo, deadlineAt, rung = null } = event.data;
      return { ...handoff, state: 'offered', offeredTo, deadlineAt, rung };
    }
    case 'handoff.routed':
      return { ...handoff, routing: event.data.routing };
    case 'handoff.directed':
      return { ...handoff, ...NOBODY, state: 'requested', directedTo: event.data.to };
    case 'handoff.declined': {
      const { agentId } = event.data;
      return { ...handoff, offeredTo: handoff.offeredTo.filter((id) => id !== agentId) };
    }
    default:
      return applyPublicToHandoff(handoff, event);
  }
}

/** The same for an event that visitors may see. */
export function applyPublicToHandoff(handoff: HandoffView | null, event: LogEvent): HandoffView | null {
  if (event.type === 'handoff.requested') return requested(event);
  if (!handoff) return null;
  switch (event.type) {
    case 'handoff.expired':
      return { ...handoff, ...NOBODY, state: 'expired', promisedBy: event.data.promisedBy ?? null };
    case 'handoff.accepted': {
      const { agent: acceptedBy, firstReplyBy = null } = event.data;
      return { ...handoff, deadlineAt: null, state: 'live', acceptedBy, firstReplyBy, firstReplyAt: null };
    }
    case 'handoff.reopened':
      return { ...handoff, ...NOBODY, state: 'requested', acceptedBy: null };
    case 'handoff.transferred':
      return { ...handoff, state: 'transferred' };
    case 'handoff.returned':
      return { ...handoff, state: 'returned' };
    case 'handoff.closed':
      return { ...handoff, state: 'closed' };
    case 'message.sent':
      return isFirstReply(handoff, event.actor)
        ? { ...handoff, firstReplyAt: event.at, firstReplyBy: null }
        : handoff;
    default:
      return handoff;
  }
}

/** Nobody has it and nobody is asked. */
const NOBODY = {
  offeredTo: [],
  deadlineAt: null,
  firstReplyBy: null,
  firstReplyAt: null,
  promisedBy: null,
} as const;

function requested({ data, at }: Extract<LogEvent, { type: 'handoff.requested' }>): HandoffView {
  const { handoffId, reason } = data;
  return {
    ...NOBODY,
    handoffId,
    state: 'requested',
    reason,
    requestedAt: at,
    acceptedBy: null,
    rung: null,
    routing: null,
    directedTo: null,
  };
}

function isFirstReply({ state, acceptedBy, firstReplyAt }: HandoffView, actor: Actor): boolean {
  return state === 'live' && firstReplyAt === null && actor.kind === 'agent' && actor.id === acceptedBy?.id;
}
