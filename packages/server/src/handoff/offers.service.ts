import type {
  AgentId,
  ConversationId,
  EventType,
  HandoffId,
  LogEvent,
  NewEvent,
  Rung,
  WorkspaceId,
} from '@baton/shared-types';
import { RUNGS } from '@baton/shared-types';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Agents } from '../agents/index.js';
import {
  CONVERSATIONS,
  ConversationBus,
  type ConversationState,
  type Conversations,
  type Effect,
  newEvent,
  SYSTEM,
} from '../conversations/index.js';
import { UNIT_OF_WORK, type UnitOfWork } from '../database/index.js';
import { JOB_QUEUE, type JobQueue } from '../jobs/index.js';
import { CLOCK, type Clock } from '../kernel/clock.js';
import { LOGGER, type Logger } from '../observability/index.js';
import { Bundles } from './bundles.service.js';
import { Capture } from './capture.service.js';
import { type Handoff, isAsBefore, stepOf } from './core/handoff.js';
import { HandoffRepository } from './handoff.repository.js';
import { type Routed, Router } from './router.service.js';

const OFFER = 'handoff.offer';
const DEADLINE = 'handoff.deadline';
const PROMISE = 'handoff.promise';
const DRAIN = 'handoff.drain';
/** How long the truth waits for the assistant to finish its own sentence about calling somebody. */
const SENTENCE_MS = 6_000;
const LOOK_AGAIN_MS = 300;
const WAITING_LIMIT = 100;

interface HandoffJob {
  readonly conversationId: ConversationId;
  readonly handoffId: HandoffId;
}
interface DeadlineJob extends HandoffJob {
  readonly deadlineAt: string;
}
interface DrainJob {
  readonly agentId: AgentId | null;
}

/**
 * Finds somebody for every handoff: rung by rung, each offer with a durable deadline; at the end the visitor is told the
 * truth and asked for what is missing to reach them. Every step is safe to be taken twice.
 */
@Injectable()
export class Offers implements OnModuleInit {
  /** Steps that this node is taking now, by handoff and how far it had come: whoever wants the same one waits for it. */
  private readonly climbing = new Map<string, Promise<void>>();

  constructor(
    @Inject(CONVERSATIONS) private readonly conversations: Conversations,
    @Inject(ConversationBus) private readonly bus: ConversationBus,
    @Inject(UNIT_OF_WORK) private readonly unitOfWork: UnitOfWork,
    @Inject(HandoffRepository) private readonly repository: HandoffRepository,
    @Inject(Router) private readonly router: Router,
    @Inject(Bundles) private readonly bundles: Bundles,
    @Inject(Capture) private readonly capture: Capture,
    @Inject(Agents) private readonly agents: Agents,
    @Inject(JOB_QUEUE) private readonly jobs: JobQueue,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async onModuleInit(): Promise<void> {
    this.react();
    await this.jobs.work<HandoffJob>(OFFER, ({ workspaceId, data }) =>
      this.offer(workspaceId, data.handoffId),
    );
    await this.jobs.work<DeadlineJob>(DEADLINE, ({ workspaceId, data }) =>
      this.meetDeadline(workspaceId, data.handoffId, data.deadlineAt),
    );
    await this.jobs.work<HandoffJob>(PROMISE, ({ workspaceId, data }) =>
      this.keepPromise(workspaceId, data.handoffId),
    );
    await this.jobs.work<DrainJob>(DRAIN, ({ workspaceId, data }) => this.drain(workspaceId, data.agentId));
    this.agents.onBecameAvailable((workspaceId, agentId) => this.drain(workspaceId, agentId));
    // The job is there whatever happens; whoever has just committed the call need not wait for it.
    this.bus.subscribe(({ workspaceId, events }) => {
      for (const event of events) {
        if (!isCall(event)) continue;
        this.offer(workspaceId, event.data.handoffId).catch((error: unknown) =>
          this.logger.warn({ error }, 'could not offer at once; its job will'),
        );
      }
    });
  }

  /** Offers a requested handoff on the lowest rung on which there is somebody. */
  async offer(workspaceId: WorkspaceId, handoffId: HandoffId): Promise<void> {
    const handoff = await this.find(workspaceId, handoffId);
    const isOver = handoff?.state === 'offered' && this.isOver(handoff);
    if (handoff?.state === 'requested' || (handoff && isOver)) await this.climb(workspaceId, handoff);
  }

  /** Goes on when everybody who was asked has said no. */
  async climbIfNobodyIsLeft(workspaceId: WorkspaceId, handoffId: HandoffId): Promise<void> {
    const handoff = await this.find(workspaceId, handoffId);
    if (handoff?.state === 'offered' && handoff.offeredTo.length === 0)
      await this.climb(workspaceId, handoff);
  }

  async meetDeadline(
    workspaceId: WorkspaceId,
    handoffId: HandoffId,
    deadlineAt: string | null,
  ): Promise<void> {
    const handoff = await this.find(workspaceId, handoffId);
    // A later offer has a later deadline, and a job of its own.
    const isThisOne = deadlineAt === null || handoff?.deadlineAt?.toISOString() === deadlineAt;
    if (handoff?.state === 'offered' && isThisOne) await this.climb(workspaceId, handoff);
  }

  /** The time that the visitor was promised has come: everybody is asked once more, also those who said no. */
  async keepPromise(workspaceId: WorkspaceId, handoffId: HandoffId): Promise<void> {
    const handoff = await this.find(workspaceId, handoffId);
    const isDue = handoff?.promisedBy && handoff.promisedBy <= this.clock.now();
    if (handoff?.state === 'expired' && isDue) await this.climb(workspaceId, { ...handoff, declined: [] });
  }

  /**
   * Somebody is there or has a hand free: what waits is offered, in its order. What has been called and not offered yet
   * is left to its own job, which sees them, too: every free hand would else repeat the work of everybody else's call.
   */
  async drain(workspaceId: WorkspaceId, agentId: AgentId | null): Promise<void> {
    const waiting = await this.unitOfWork.readInWorkspace(workspaceId, (tx) =>
      this.repository.listWaiting(tx, workspaceId, WAITING_LIMIT),
    );
    for (const handoff of waiting) {
      // Who says anew that they are available takes an earlier no back.
      const declined = handoff.declined.filter((id) => id !== agentId);
      if (handoff.state === 'expired') await this.climb(workspaceId, { ...handoff, declined });
      else if (handoff.state === 'offered' && agentId !== null)
        await this.extend(workspaceId, { ...handoff, declined }, agentId);
    }
  }

  private react(): void {
    const offer = ({ conversationId, data }: Extract<LogEvent, { type: Call }>): readonly Effect[] => [
      { kind: 'job', queue: OFFER, data: { conversationId, handoffId: data.handoffId } },
    ];
    this.conversations.onEvent('handoff.requested', offer);
    this.conversations.onEvent('handoff.reopened', offer);
    this.conversations.onEvent('handoff.directed', offer);
    this.conversations.onEvent(
      'handoff.offered',
      ({ conversationId, data: { handoffId, deadlineAt }, at }) => [
        { ...jobAt(DEADLINE, at, deadlineAt), data: { conversationId, handoffId, deadlineAt } },
      ],
    );
    this.conversations.onEvent(
      'handoff.expired',
      ({ conversationId, data: { handoffId, promisedBy }, at }) =>
        promisedBy ? [{ ...jobAt(PROMISE, at, promisedBy), data: { conversationId, handoffId } }] : [],
    );
    for (const type of ['handoff.closed', 'handoff.returned', 'handoff.transferred'] as const) {
      this.conversations.onEvent(type, ({ actor }) => {
        const agentId = actor.kind === 'agent' ? actor.id : null;
        return [{ kind: 'job', queue: DRAIN, data: { agentId } }];
      });
    }
  }

  private climb(workspaceId: WorkspaceId, handoff: Handoff): Promise<void> {
    const step = [stepOf(handoff), ...handoff.declined].join(' ');
    const running = this.climbing.get(step);
    if (running) return running;
    const climbing = this.takeStep(workspaceId, handoff).finally(() => this.climbing.delete(step));
    this.climbing.set(step, climbing);
    return climbing;
  }

  private async takeStep(workspaceId: WorkspaceId, handoff: Handoff): Promise<void> {
    const { conversationId } = handoff;
    const { state, log } = await this.conversations.read(workspaceId, conversationId);
    if (!isQueued(state)) return;
    const { siteId, visitorId } = state;
    const route = () => this.router.route(workspaceId, { log, siteId, visitorId, waiting: handoff });
    const routed = await route();
    if (routed.next.rung !== 'capture') {
      await this.append(workspaceId, handoff, routed, `${handoff.id}-offer-${handoff.offers}`);
      return;
    }
    const promised = handoff.promisedBy;
    // The visitor has been told already, and what they were told still holds.
    if (handoff.state === 'expired' && (!promised || promised > this.clock.now())) return;
    const age = this.clock.now().getTime() - handoff.requestedAt.getTime();
    if (!hasSpokenSince(log, handoff.requestedSeq) && age < SENTENCE_MS) {
      const job = { workspaceId, data: { conversationId, handoffId: handoff.id } };
      await this.unitOfWork.inWorkspace(workspaceId, (tx) =>
        this.jobs.enqueue(tx, OFFER, job, { delayMs: LOOK_AGAIN_MS }),
      );
      return;
    }
    await this.capture.take(workspaceId, { handoff, log, state, routed });
    // Somebody may have come since the roster was read; whoever comes from now on finds it waiting (`drain`).
    const again = await route();
    const expired = await this.find(workspaceId, handoff.id);
    if (again.next.rung !== 'capture' && expired)
      await this.append(workspaceId, expired, again, `${handoff.id}-offer-${handoff.offers}`);
  }

  /** Adds somebody to an offer that stands with several, on the rung that would have asked them, too. */
  private async extend(workspaceId: WorkspaceId, handoff: Handoff, agentId: AgentId): Promise<void> {
    const { rung, conversationId, offeredTo, deadlineAt } = handoff;
    if (rung === 'agent' || offeredTo.includes(agentId) || !deadlineAt) return;
    const { state, log } = await this.conversations.read(workspaceId, conversationId);
    const { siteId, visitorId } = state;
    const asked = handoff.asked.filter((id) => id !== agentId);
    const waiting = { ...handoff, asked, rung: below(rung) };
    const routed = await this.router.route(workspaceId, { log, siteId, visitorId, waiting });
    if (routed.next.rung !== rung || !routed.next.offeredTo.includes(agentId)) return;
    const next = { ...routed.next, offeredTo: [...offeredTo, agentId] };
    const clientId = `${handoff.id}-extend-${handoff.offers}-${agentId.slice(-8)}`;
    await this.append(workspaceId, handoff, { ...routed, next, deadlineAt }, clientId);
  }

  private async append(
    workspaceId: WorkspaceId,
    handoff: Handoff,
    { next, routing, deadlineAt }: Routed,
    clientId: string,
  ): Promise<void> {
    const { id: handoffId, conversationId } = handoff;
    if (next.rung === 'capture') return;
    const offer = {
      handoffId,
      agentIds: next.offeredTo,
      deadlineAt: deadlineAt.toISOString(),
      rung: next.rung,
    };
    const bundle = handoff.offers === 0 ? await this.bundles.get(workspaceId, conversationId) : null;
    const events: readonly NewEvent[] = [
      newEvent('handoff.routed', SYSTEM, { handoffId, routing }, { clientId }),
      newEvent('handoff.offered', SYSTEM, offer),
      ...(bundle ? [newEvent('bundle.recorded', SYSTEM, { handoffId, bundle })] : []),
    ];
    await this.conversations.append({
      workspaceId,
      conversationId,
      epoch: null,
      // Two who come to the same conclusion at once make one offer.
      once: { actor: SYSTEM, clientId },
      lookUp: (tx) => this.repository.find(tx, workspaceId, handoffId),
      decide: (state, now) => (isQueued(state) && isAsBefore(handoff, now) ? events : []),
    });
  }

  private isOver({ offeredTo, deadlineAt }: Handoff): boolean {
    return offeredTo.length === 0 || (deadlineAt !== null && deadlineAt <= this.clock.now());
  }

  private find(workspaceId: WorkspaceId, handoffId: HandoffId): Promise<Handoff | null> {
    return this.unitOfWork.readInWorkspace(workspaceId, (tx) =>
      this.repository.find(tx, workspaceId, handoffId),
    );
  }
}

type Call = 'handoff.requested' | 'handoff.reopened' | 'handoff.directed';
const CALLS: ReadonlySet<EventType> = new Set<Call>([
  'handoff.requested',
  'handoff.reopened',
  'handoff.directed',
]);

function isCall(event: LogEvent): event is Extract<LogEvent, { type: Call }> {
  return CALLS.has(event.type);
}

function jobAt(queue: string, from: string, until: string): { kind: 'job'; queue: string; delayMs: number } {
  return { kind: 'job', queue, delayMs: Math.max(0, Date.parse(until) - Date.parse(from)) };
}

/** The rung from which the next step up is `rung`. */
function below(rung: Rung | null): Rung | null {
  return rung === null ? null : (RUNGS[RUNGS.indexOf(rung) - 1] ?? null);
}

function isQueued({ status, owner }: ConversationState): boolean {
  return status === 'open' && owner.kind === 'queue';
}

function hasSpokenSince(log: readonly LogEvent[], seq: number): boolean {
  return log.some(
    (event) => event.seq > seq && event.type === 'message.sent' && event.actor.kind === 'assistant',
  );
}
