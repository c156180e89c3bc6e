import type { AgentId, HandoffId, WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CONVERSATIONS, type Conversations, changeOwner, newEvent, SYSTEM } from '../conversations/index.js';
import { UNIT_OF_WORK, type UnitOfWork } from '../database/index.js';
import { JOB_QUEUE, type JobQueue } from '../jobs/index.js';
import { CLOCK, type Clock } from '../kernel/clock.js';
import { HandoffRepository } from './handoff.repository.js';

const FIRST_REPLY = 'handoff.first-reply';

interface FirstReplyJob {
  readonly handoffId: HandoffId;
  readonly firstReplyBy: string;
}

type Because = 'agent_gone' | 'agent_offline' | 'no_first_reply';

/** Takes a chat back from an agent who is lost or never wrote, and calls somebody else. */
@Injectable()
export class Reopenings implements OnModuleInit {
  constructor(
    @Inject(CONVERSATIONS) private readonly conversations: Conversations,
    @Inject(UNIT_OF_WORK) private readonly unitOfWork: UnitOfWork,
    @Inject(HandoffRepository) private readonly repository: HandoffRepository,
    @Inject(JOB_QUEUE) private readonly jobs: JobQueue,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    this.conversations.onEvent('handoff.accepted', ({ data: { handoffId, firstReplyBy }, at }) => {
      if (!firstReplyBy) return [];
      const delayMs = Math.max(0, Date.parse(firstReplyBy) - Date.parse(at));
      return [{ kind: 'job', queue: FIRST_REPLY, data: { handoffId, firstReplyBy }, delayMs }];
    });
    await this.jobs.work<FirstReplyJob>(FIRST_REPLY, ({ workspaceId, data }) =>
      this.reopen(workspaceId, data.handoffId, 'no_first_reply'),
    );
  }

  async reopen(workspaceId: WorkspaceId, handoffId: HandoffId, because: Because): Promise<void> {
    const handoff = await this.unitOfWork.readInWorkspace(workspaceId, (tx) =>
      this.repository.find(tx, workspaceId, handoffId),
    );
    if (handoff?.state !== 'live' || !handoff.agentId) return;
    const isLate = handoff.firstReplyBy !== null && handoff.firstReplyBy <= this.clock.now();
    if (because === 'no_first_reply' && !isLate) return;
    const { conversationId, agentId } = handoff;
    const { epoch } = await this.conversations.getState(workspaceId, conversationId);
    await this.conversations.append({
      workspaceId,
      conversationId,
      epoch: null,
      decide: (state) => {
        const isTheirs = state.owner.kind === 'agent' && state.owner.id === agentId;
        // Changed hands since we looked: not ours to take.
        if (!isTheirs || state.status === 'closed' || state.epoch !== epoch) return [];
        const agent = nameOf(state.owner, agentId);
        return [
          newEvent('handoff.reopened', SYSTEM, { handoffId, because, agent }),
          changeOwner(state, { kind: 'queue' }, SYSTEM),
        ];
      },
    });
  }
}

function nameOf(
  owner: { readonly kind: string; readonly name?: string },
  id: AgentId,
): { readonly id: AgentId; readonly name: string } {
  return { id, name: owner.name ?? '' };
}
