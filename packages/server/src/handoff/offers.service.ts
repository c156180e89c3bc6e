import type { AgentId, ConversationId, HandoffId, LogEvent, WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Agents } from '../agents/index.js';
import {
  ASSISTANT,
  CONVERSATIONS,
  type ConversationState,
  type Conversations,
  newEvent,
  SYSTEM,
} from '../conversations/index.js';
import { UNIT_OF_WORK, type UnitOfWork } from '../database/index.js';
import { JOB_QUEUE, type JobQueue } from '../jobs/index.js';
import { CLOCK, type Clock } from '../kernel/clock.js';
import { IDS, type Ids } from '../kernel/ids.js';
import { contactCaptureMove, Playbooks, recallMemory } from '../qualification/index.js';
import { type Handoff, HandoffRepository } from './handoff.repository.js';

const OFFER = 'handoff.offer';
const DEADLINE = 'handoff.deadline';
/** How long the truth waits for the assistant to finish its own sentence about calling somebody. */
const SENTENCE_MS = 6_000;
const LOOK_AGAIN_MS = 300;
const WAITING_LIMIT = 100;

interface OfferJob {
  readonly conversationId: ConversationId;
  readonly handoffId: HandoffId;
}
interface DeadlineJob extends OfferJob {
  readonly deadlineAt: string;
}

/**
 * Finds somebody for every handoff. An offer has a durable deadline; when nobody is there or nobody accepts,
 * the visitor is told so and asked for what is missing to reach them, and the lead stays in the queue.
 */
@Injectable()
export class Offers implements OnModuleInit {
  constructor(
    @Inject(CONVERSATIONS) private readonly conversations: Conversations,
    @Inject(UNIT_OF_WORK) private readonly unitOfWork: UnitOfWork,
    @Inject(HandoffRepository) private readonly repository: HandoffRepository,
    @Inject(Agents) private readonly agents: Agents,
    @Inject(Playbooks) private readonly playbooks: Playbooks,
    @Inject(JOB_QUEUE) private readonly jobs: JobQueue,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  async onModuleInit(): Promise<void> {
    this.conversations.onEvent('handoff.requested', ({ conversationId, data }) => [
      { kind: 'job', queue: OFFER, data: { conversationId, handoffId: data.handoffId } },
    ]);
    this.conversations.onEvent(
      'handoff.offered',
      ({ conversationId, data: { handoffId, deadlineAt }, at }) => {
        const delayMs = Math.max(0, Date.parse(deadlineAt) - Date.parse(at));
        return [{ kind: 'job', queue: DEADLINE, data: { conversationId, handoffId, deadlineAt }, delayMs }];
      },
    );
    await this.jobs.work<OfferJob>(OFFER, ({ workspaceId, data }) => this.offer(workspaceId, data.handoffId));
    await this.jobs.work<DeadlineJob>(DEADLINE, ({ workspaceId, data }) =>
      this.meetDeadline(workspaceId, data),
    );
    this.agents.onBecameAvailable((workspaceId, agentId) => this.offerWaiting(workspaceId, agentId));
  }

  /** Offers a requested handoff to everybody who is available. */
  async offer(workspaceId: WorkspaceId, handoffId: HandoffId): Promise<void> {
    const handoff = await this.find(workspaceId, handoffId);
    // An end that had to wait for the assistant's sentence.
    if (handoff?.state === 'offered' && this.isOver(handoff))
      return this.expire(workspaceId, handoff, 'no_accept');
    if (handoff?.state !== 'requested') return;
    const available = await this.agents.listAvailable(workspaceId);
    if (available.length > 0) await this.appendOffer(workspaceId, handoff, available);
    else await this.expire(workspaceId, handoff, 'nobody_available');
  }

  /** The queue drains: whoever becomes available is offered what waits. */
  async offerWaiting(workspaceId: WorkspaceId, agentId: AgentId): Promise<void> {
    const waiting = await this.unitOfWork.readInWorkspace(workspaceId, (tx) =>
      this.repository.listWaiting(tx, workspaceId, WAITING_LIMIT),
    );
    for (const handoff of waiting) {
      if (handoff.offeredTo.includes(agentId)) continue;
      await this.appendOffer(workspaceId, handoff, [...handoff.offeredTo, agentId]);
    }
  }

  async expireIfNobodyIsLeft(workspaceId: WorkspaceId, handoffId: HandoffId): Promise<void> {
    const handoff = await this.find(workspaceId, handoffId);
    if (handoff?.state === 'offered' && handoff.offeredTo.length === 0)
      await this.expire(workspaceId, handoff, 'no_accept');
  }

  private async meetDeadline(
    workspaceId: WorkspaceId,
    { handoffId, deadlineAt }: DeadlineJob,
  ): Promise<void> {
    const handoff = await this.find(workspaceId, handoffId);
    // A later offer has a later deadline, and a job of its own.
    if (handoff?.state !== 'offered' || handoff.deadlineAt?.toISOString() !== deadlineAt) return;
    await this.expire(workspaceId, handoff, 'no_accept');
  }

  private isOver({ offeredTo, deadlineAt }: Handoff): boolean {
    return offeredTo.length === 0 || (deadlineAt !== null && deadlineAt <= this.clock.now());
  }

  private async appendOffer(
    workspaceId: WorkspaceId,
    handoff: Handoff,
    agentIds: readonly AgentId[],
  ): Promise<void> {
    const { playbook } = await this.playbooks.current(workspaceId);
    const standing = handoff.state === 'offered' && handoff.deadlineAt;
    const deadline =
      standing || new Date(this.clock.now().getTime() + playbook.offer.deadlineSeconds * 1_000);
    const data = { handoffId: handoff.id, agentIds, deadlineAt: deadline.toISOString() };
    await this.conversations.append({
      workspaceId,
      conversationId: handoff.conversationId,
      epoch: null,
      decide: (state) => (isQueued(state) ? [newEvent('handoff.offered', SYSTEM, data)] : []),
    });
  }

  private async expire(
    workspaceId: WorkspaceId,
    handoff: Handoff,
    because: 'nobody_available' | 'no_accept',
  ): Promise<void> {
    const { id: handoffId, conversationId } = handoff;
    const log = await this.conversations.readLog(workspaceId, conversationId);
    const age = this.clock.now().getTime() - handoff.requestedAt.getTime();
    if (!hasSpokenSince(log, handoff.requestedSeq) && age < SENTENCE_MS) {
      const job = { workspaceId, data: { conversationId, handoffId } };
      await this.unitOfWork.inWorkspace(workspaceId, (tx) =>
        this.jobs.enqueue(tx, OFFER, job, { delayMs: LOOK_AGAIN_MS }),
      );
      return;
    }
    const compiled = await this.playbooks.current(workspaceId);
    const memory = recallMemory(log, compiled.playbook.slots);
    const move = contactCaptureMove(memory, compiled, memory.language);
    const message = {
      messageId: this.ids.next('msg'),
      text: move.sentences.join(' '),
      kind: 'text',
      origin: 'template',
      asks: move.slot,
      quickReplies: move.quickReplies,
      citations: [],
      interrupted: false,
      turnId: null,
    } as const;
    // The visitor is told once; a later offer that runs out changes nothing for them.
    const tell = handoff.timesExpired === 0 ? [newEvent('message.sent', ASSISTANT, message)] : [];
    // Two deadlines of one offer, or two last refusals, may come at once: the second finds the first's event.
    const clientId = `${handoffId}-expired-${handoff.timesExpired}`;
    const expired = newEvent('handoff.expired', SYSTEM, { handoffId, because }, { clientId });
    await this.conversations.append({
      workspaceId,
      conversationId,
      epoch: null,
      once: { actor: SYSTEM, clientId },
      decide: (state) => (isQueued(state) ? [expired, ...tell] : []),
    });
  }

  private find(workspaceId: WorkspaceId, handoffId: HandoffId): Promise<Handoff | null> {
    return this.unitOfWork.readInWorkspace(workspaceId, (tx) =>
      this.repository.find(tx, workspaceId, handoffId),
    );
  }
}

function isQueued({ status, owner }: ConversationState): boolean {
  return status === 'open' && owner.kind === 'queue';
}

function hasSpokenSince(log: readonly LogEvent[], seq: number): boolean {
  return log.some(
    (event) => event.seq > seq && event.type === 'message.sent' && event.actor.kind === 'assistant',
  );
}
