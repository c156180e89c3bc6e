import {
  type Audience,
  applyEvent,
  type ConversationId,
  type ConversationSnapshot,
  type EventType,
  emptyView,
  LIMITS,
  type LogBatch,
  type LogEvent,
  type WorkspaceId,
} from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { UNIT_OF_WORK, type UnitOfWork } from '../database/index.js';
import { UserError } from '../kernel/errors.js';
import { AppendLanes } from './append-lanes.service.js';
import type { AppendTask, Written } from './append-task.js';
import { ConversationBus } from './conversation-bus.js';
import type {
  Appended,
  AppendRequest,
  Checkpoint,
  Conversations,
  ReleaseFence,
  Seen,
  TurnRun,
} from './conversations.port.js';
import { ConversationsRepository, type LogRange, senderKey } from './conversations.repository.js';
import type { ConversationState, Speech } from './core/conversation-state.js';
import { decideAppend, decideRelease } from './core/decide-append.js';
import { LogCheckpointsRepository } from './log-checkpoints.repository.js';
import { ReactionRegistry } from './reaction-registry.js';
import type { BulkProjection, Projection, Reaction } from './reactions.js';
import { TurnLeases } from './turn-leases.service.js';

@Injectable()
export class ConversationsService implements Conversations {
  constructor(
    @Inject(UNIT_OF_WORK) private readonly unitOfWork: UnitOfWork,
    @Inject(AppendLanes) private readonly lanes: AppendLanes,
    @Inject(ConversationsRepository) private readonly repository: ConversationsRepository,
    @Inject(LogCheckpointsRepository) private readonly checkpoints: LogCheckpointsRepository,
    @Inject(ReactionRegistry) private readonly registry: ReactionRegistry,
    @Inject(ConversationBus) private readonly bus: ConversationBus,
    @Inject(TurnLeases) private readonly turns: TurnLeases,
  ) {}

  async append<Found = undefined>(request: AppendRequest<Found>): Promise<Appended> {
    const { workspaceId, conversationId, once, lookUp, decide } = request;
    return this.committed(workspaceId, {
      target: { conversationId },
      once: once ? { sender: senderKey(once.actor), clientId: once.clientId } : null,
      lookUp,
      decide: (state, found) =>
        decideAppend(state, { ...request, decide: (current) => decide(current, found as Found) }),
    });
  }

  /** Does the append and tells the bus and the turn runner after its commit. */
  async committed(workspaceId: WorkspaceId, task: AppendTask): Promise<Written> {
    const written = await this.lanes.append(workspaceId, task);
    if (written.isNew) this.bus.publish({ workspaceId, state: written.state, events: written.events });
    if (written.turnDue) this.turns.start(workspaceId, written.state.id);
    return written;
  }

  async readBatch(
    workspaceId: WorkspaceId,
    conversationId: ConversationId,
    after: number,
    audience: Audience,
  ): Promise<LogBatch> {
    const limit = LIMITS.batchEvents;
    const { state, log } = await this.readFrom(workspaceId, conversationId, { after, limit, audience });
    const to = Math.max(after, Math.min(state.head, after + limit));
    return { conversationId, from: after, to, events: log };
  }

  async readLog(workspaceId: WorkspaceId, conversationId: ConversationId): Promise<readonly LogEvent[]> {
    return (await this.read(workspaceId, conversationId)).log;
  }

  read(workspaceId: WorkspaceId, conversationId: ConversationId, after = 0): Promise<Seen> {
    return this.readFrom(workspaceId, conversationId, { after, limit: null, audience: 'internal' });
  }

  async keepCheckpoint(
    workspaceId: WorkspaceId,
    conversationId: ConversationId,
    checkpoint: Checkpoint,
  ): Promise<void> {
    await this.unitOfWork.inWorkspace(workspaceId, (tx) =>
      this.checkpoints.keep(tx, workspaceId, conversationId, checkpoint),
    );
  }

  async snapshot(workspaceId: WorkspaceId, conversationId: ConversationId): Promise<ConversationSnapshot> {
    const events = await this.readLog(workspaceId, conversationId);
    return { view: events.reduce(applyEvent, emptyView(conversationId)), cursor: events.at(-1)?.seq ?? 0 };
  }

  async getState(workspaceId: WorkspaceId, conversationId: ConversationId): Promise<ConversationState> {
    const state = await this.unitOfWork.readInWorkspace(workspaceId, (tx) =>
      this.repository.find(tx, workspaceId, conversationId),
    );
    if (!state) throw new UserError('not_found');
    return state;
  }

  async listHeads(
    workspaceId: WorkspaceId,
    conversationIds: readonly ConversationId[],
  ): Promise<ReadonlyMap<ConversationId, number>> {
    return this.unitOfWork.readInWorkspace(workspaceId, (tx) =>
      this.repository.listHeads(tx, workspaceId, conversationIds),
    );
  }

  async release(
    workspaceId: WorkspaceId,
    conversationId: ConversationId,
    speech: Speech,
    fence: ReleaseFence = {},
  ): Promise<boolean> {
    let released = false;
    await this.committed(workspaceId, {
      target: { conversationId },
      once: null,
      decide: (state) => {
        const decided = decideRelease(state, speech, fence);
        released = decided !== null;
        return decided ?? { events: [] };
      },
    });
    return released;
  }

  onEvent<T extends EventType>(type: T, reaction: Reaction<T>): void {
    this.registry.addReaction(type, reaction);
  }

  addProjection(projection: Projection): void {
    this.registry.addProjection(projection);
  }

  addBulkProjection(projection: BulkProjection): void {
    this.registry.addBulkProjection(projection);
  }

  onTurnDue(run: TurnRun, fold?: number): void {
    this.turns.setRunner(run, fold ?? null);
  }

  private async readFrom(
    workspaceId: WorkspaceId,
    conversationId: ConversationId,
    range: LogRange,
  ): Promise<Seen> {
    const seen = await this.unitOfWork.readInWorkspace(workspaceId, (tx) =>
      this.repository.read(tx, workspaceId, conversationId, range),
    );
    if (!seen) throw new UserError('not_found');
    return seen;
  }
}
