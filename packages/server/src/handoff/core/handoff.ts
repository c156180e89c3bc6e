import type {
  AgentId,
  ConversationId,
  HandoffId,
  HandoffReason,
  RouteTarget,
  Rung,
} from '@baton/shared-types';

export type HandoffState =
  | 'requested'
  | 'offered'
  | 'expired'
  | 'live'
  | 'returned'
  | 'transferred'
  | 'closed';

export interface Handoff {
  readonly id: HandoffId;
  readonly conversationId: ConversationId;
  readonly state: HandoffState;
  readonly reason: HandoffReason;
  readonly requestedSeq: number;
  readonly requestedAt: Date;
  readonly deadlineAt: Date | null;
  readonly offeredTo: readonly AgentId[];
  readonly agentId: AgentId | null;
  readonly timesExpired: number;
  readonly rung: Rung | null;
  /** Offers made so far, over all rungs. */
  readonly offers: number;
  /** Whoever was offered it on this climb, and whoever said no or was lost with it. */
  readonly asked: readonly AgentId[];
  readonly declined: readonly AgentId[];
  readonly directedTo: RouteTarget | null;
  readonly team: string | null;
  readonly priority: number;
  readonly promisedBy: Date | null;
  readonly acceptedAt: Date | null;
  readonly firstReplyBy: Date | null;
}

const WAITING: readonly HandoffState[] = ['requested', 'offered', 'expired'];

/** Nobody has it yet, and somebody may. */
export function isWaiting(handoff: Handoff | null): handoff is Handoff {
  return handoff !== null && WAITING.includes(handoff.state);
}

/** How far a handoff has come on its way to somebody: whoever decides the next step decides it from here. */
export function stepOf({ id, state, offers, timesExpired, directedTo }: Handoff): string {
  return JSON.stringify([id, state, offers, timesExpired, directedTo]);
}

/** Nobody has taken a step meanwhile: what was decided about it still holds. */
export function isAsBefore(before: Handoff, now: Handoff | null): boolean {
  return now !== null && stepOf(now) === stepOf(before);
}
