import type { LogEvent, WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import type { ConversationState } from '../conversations/index.js';
import type { Transaction } from '../database/index.js';
import { PRIORITY_RANK } from './core/choose-route.js';
import { HandoffRepository } from './handoff.repository.js';

/** Waits again, from the ladder's first rung. */
const FROM_BELOW = {
  state: 'requested',
  rung: null,
  offeredTo: [],
  asked: [],
  declined: [],
  deadlineAt: null,
  firstReplyBy: null,
  promisedBy: null,
} as const;
const ENDED = { deadlineAt: null, firstReplyBy: null, offeredTo: [] } as const;

/** Keeps the queue of handoffs in step with the log, in the same transaction. */
@Injectable()
export class HandoffProjection {
  constructor(@Inject(HandoffRepository) private readonly repository: HandoffRepository) {}

  async project(
    tx: Transaction,
    workspaceId: WorkspaceId,
    state: ConversationState,
    events: readonly LogEvent[],
  ): Promise<void> {
    for (const event of events) await this.apply(tx, workspaceId, state, event);
  }

  private async apply(
    tx: Transaction,
    workspaceId: WorkspaceId,
    state: ConversationState,
    event: LogEvent,
  ): Promise<void> {
    switch (event.type) {
      case 'handoff.requested': {
        const { handoffId: id, reason } = event.data;
        const { seq: requestedSeq, at: requestedAt, conversationId } = event;
        const requested = { id, conversationId, reason, requestedSeq, requestedAt };
        // Called anew while an earlier call was waiting: this one takes its place.
        await this.repository.closeUnsettled(tx, workspaceId, conversationId);
        return this.repository.insert(tx, workspaceId, { ...requested, state: 'requested' });
      }
      case 'handoff.routed': {
        const { handoffId, routing } = event.data;
        const { team, priority } = routing.destination;
        return this.repository.update(tx, workspaceId, handoffId, {
          team,
          priority: PRIORITY_RANK[priority],
        });
      }
      case 'handoff.offered': {
        const { handoffId, agentIds, deadlineAt, rung = null } = event.data;
        const handoff = await this.repository.find(tx, workspaceId, handoffId);
        return this.repository.update(tx, workspaceId, handoffId, {
          state: 'offered',
          offeredTo: agentIds,
          deadlineAt,
          rung,
          offers: (handoff?.offers ?? 0) + 1,
          asked: [...new Set([...(handoff?.asked ?? []), ...agentIds])],
        });
      }
      case 'handoff.declined': {
        const { handoffId, agentId } = event.data;
        const handoff = await this.repository.find(tx, workspaceId, handoffId);
        const offeredTo = handoff?.offeredTo.filter((id) => id !== agentId) ?? [];
        const declined = [...(handoff?.declined ?? []), agentId];
        return this.repository.update(tx, workspaceId, handoffId, { offeredTo, declined });
      }
      case 'handoff.directed': {
        const { handoffId, to: directedTo } = event.data;
        return this.repository.update(tx, workspaceId, handoffId, { ...FROM_BELOW, directedTo });
      }
      case 'handoff.reopened': {
        // Who was lost with it is not asked again on this climb.
        const declined = [event.data.agent.id];
        const { handoffId } = event.data;
        return this.repository.update(tx, workspaceId, handoffId, { ...FROM_BELOW, declined, agentId: null });
      }
      case 'handoff.expired': {
        const { handoffId, promisedBy = null } = event.data;
        const handoff = await this.repository.find(tx, workspaceId, handoffId);
        const timesExpired = (handoff?.timesExpired ?? 0) + 1;
        const expired = { ...FROM_BELOW, state: 'expired', timesExpired, promisedBy } as const;
        return this.repository.update(tx, workspaceId, handoffId, expired);
      }
      case 'handoff.accepted': {
        const { handoffId, agent, firstReplyBy = null } = event.data;
        if (!(await this.repository.find(tx, workspaceId, handoffId))) {
          // Taken over without a request: the handoff begins and is accepted in one.
          const begun = {
            id: handoffId,
            conversationId: state.id,
            reason: 'human_request',
            state: 'live',
          } as const;
          const { seq: requestedSeq, at: requestedAt } = event;
          await this.repository.insert(tx, workspaceId, { ...begun, requestedSeq, requestedAt });
        }
        return this.repository.update(tx, workspaceId, handoffId, {
          state: 'live',
          agentId: agent.id,
          offeredTo: [],
          deadlineAt: null,
          promisedBy: null,
          acceptedAt: event.at,
          firstReplyBy,
        });
      }
      case 'message.sent':
        if (event.actor.kind !== 'agent') return undefined;
        return this.repository.noteReply(tx, workspaceId, state.id, event.actor.id);
      case 'handoff.returned':
        return this.repository.update(tx, workspaceId, event.data.handoffId, { ...ENDED, state: 'returned' });
      case 'handoff.transferred':
        return this.repository.update(tx, workspaceId, event.data.handoffId, {
          ...ENDED,
          state: 'transferred',
        });
      case 'handoff.closed':
        return this.repository.update(tx, workspaceId, event.data.handoffId, { ...ENDED, state: 'closed' });
      case 'conversation.closed':
        return this.repository.closeUnsettled(tx, workspaceId, state.id);
      default:
        return undefined;
    }
  }
}
