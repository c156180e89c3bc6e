import type { LogEvent, WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import type { ConversationState } from '../conversations/index.js';
import type { Transaction } from '../database/index.js';
import { HandoffRepository } from './handoff.repository.js';

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
      case 'handoff.offered': {
        const { handoffId, agentIds, deadlineAt } = event.data;
        return this.repository.update(tx, workspaceId, handoffId, {
          state: 'offered',
          offeredTo: agentIds,
          deadlineAt,
        });
      }
      case 'handoff.declined': {
        const { handoffId, agentId } = event.data;
        const handoff = await this.repository.find(tx, workspaceId, handoffId);
        const offeredTo = handoff?.offeredTo.filter((id) => id !== agentId) ?? [];
        return this.repository.update(tx, workspaceId, handoffId, { offeredTo });
      }
      case 'handoff.expired': {
        const expired = { state: 'expired', offeredTo: [], deadlineAt: null, timesExpired: 1 } as const;
        return this.repository.update(tx, workspaceId, event.data.handoffId, expired);
      }
      case 'handoff.accepted': {
        const { handoffId, agent } = event.data;
        // A takeover that raced with a call may name another handoff than the one that waits.
        await this.repository.closeUnsettled(tx, workspaceId, state.id);
        if (!(await this.repository.find(tx, workspaceId, handoffId))) {
          // Taken over without a request: the handoff begins and is accepted in one.
          const begun = {
            id: handoffId,
            conversationId: state.id,
            reason: 'human_request',
            state: 'live',
          } as const;
          await this.repository.insert(tx, workspaceId, {
            ...begun,
            requestedSeq: event.seq,
            requestedAt: event.at,
          });
        }
        const live = { state: 'live', agentId: agent.id, offeredTo: [], deadlineAt: null } as const;
        return this.repository.update(tx, workspaceId, handoffId, live);
      }
      case 'handoff.returned':
        return this.repository.update(tx, workspaceId, event.data.handoffId, { state: 'returned' });
      case 'handoff.closed':
        return this.repository.update(tx, workspaceId, event.data.handoffId, { state: 'closed' });
      case 'conversation.closed':
        return this.repository.closeUnsettled(tx, workspaceId, state.id);
      default:
        return undefined;
    }
  }
}
