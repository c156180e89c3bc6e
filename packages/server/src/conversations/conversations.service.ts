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
  type NewEvent,
  type WorkspaceId,
} from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { type Transaction, UNIT_OF_WORK, type UnitOfWork } from '../database/index.js';
import { JOB_QUEUE, type JobQueue } from '../jobs/index.js';
import { assert } from '../kernel/assert.js';
import { CLOCK, type Clock } from '../kernel/clock.js';
import { UserError } from '../kernel/errors.js';
import { IDS, type Ids } from '../kernel/ids.js';
import { ConversationBus } from './conversation-bus.js';
import type { Appended, AppendRequest, Conversations, ReleaseFence, TurnRun } from './conversations.port.js';
import { ConversationsRepository, senderKey } from './conversations.repository.js';
import { checkAppend } from './core/check-append.js';
import type { ConversationState, Speech } from './core/conversation-state.js';
import { evolve } from './core/evolve.js';
import { interruptSpeech, speechAsMessage } from './core/interrupt-speech.js';
import { LeaseLost } from './core/lease-lost.js';
import { ReactionRegistry } from './reaction-registry.js';
import type { Projection, Reaction } from './reactions.js';
import { TurnLeases } from './turn-leases.service.js';

/** What one transaction wrote; handed to the bus only after it has committed. */
interface Written extends Appended {
  readonly turnDue: boolean;
  /** False when nothing new was written, as for a retry. */
  readonly isNew: boolean;
}

@Injectable()
export class ConversationsService implements Conversations {
  constructor(
    @Inject(UNIT_OF_WORK) private readonly unitOfWork: UnitOfWork,
    @Inject(JOB_QUEUE) private readonly jobs: JobQueue,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(IDS) private readonly ids: Ids,
    @Inject(ConversationsRepository) private readonly repository: ConversationsRepository,
    @Inject(ReactionRegistry) private readonly registry: ReactionRegistry,
    @Inject(ConversationBus) private readonly bus: ConversationBus,
    @Inject(TurnLeases) private readonly turns: TurnLeases,
  ) {}

  async append(request: AppendRequest): Promise<Appended> {
    return this.committed(request.workspaceId, async (tx) => {
      const state = await this.repository.findLocked(tx, request.workspaceId, request.conversationId);
      if (!state) throw new UserError('not_found');
      return this.appendLocked(tx, state, request);
    });
  }

  /** Runs `work` in one transaction and tells the bus and the turn runner after its commit. */
  async committed(workspaceId: WorkspaceId, work: (tx: Transaction) => Promise<Written>): Promise<Written> {
    const written = await this.unitOfWork.inWorkspace(workspaceId, work);
    if (written.isNew) this.bus.publish({ workspaceId, state: written.state, events: written.events });
    if (written.turnDue) this.turns.start(workspaceId, written.state.id);
    return written;
  }

  /** The append itself, for callers that already hold the row's lock in `tx`. */
  async appendLocked(tx: Transaction, state: ConversationState, request: AppendRequest): Promise<Written> {
    const nothing: Written = { state, events: [], superseded: false, turnDue: false, isNew: false };
    const repeated = await this.findRepeated(tx, state, request);
    if (repeated) return { ...nothing, events: [repeated] };
    assertHolds(state, request.lease);
    if (request.epoch !== null && request.epoch !== state.epoch) throw new UserError('epoch_stale');
    const awaited = request.unlessVisitorWroteAfter ?? null;
    if (awaited !== null && state.lastVisitorSeq > awaited) return { ...nothing, superseded: true };
    const decided = request.decide(state);
    if (decided.length === 0) return nothing;
    checkAppend(state, decided);
    return this.write(tx, request.workspaceId, state, interruptSpeech(state, decided));
  }

  async readBatch(
    workspaceId: WorkspaceId,
    conversationId: ConversationId,
    after: number,
    audience: Audience,
  ): Promise<LogBatch> {
    return this.unitOfWork.inWorkspace(workspaceId, async (tx) => {
      const { head } = await this.getStateIn(tx, workspaceId, conversationId);
      const to = Math.max(after, Math.min(head, after + LIMITS.batchEvents));
      const events = await this.repository.readAfter(
        tx,
        workspaceId,
        conversationId,
        { after, through: to },
        audience,
      );
      return { conversationId, from: after, to, events };
    });
  }

  async readLog(workspaceId: WorkspaceId, conversationId: ConversationId): Promise<readonly LogEvent[]> {
    return this.unitOfWork.inWorkspace(workspaceId, async (tx) => {
      const { head } = await this.getStateIn(tx, workspaceId, conversationId);
      return this.repository.readAfter(
        tx,
        workspaceId,
        conversationId,
        { after: 0, through: head },
        'internal',
      );
    });
  }

  async snapshot(workspaceId: WorkspaceId, conversationId: ConversationId): Promise<ConversationSnapshot> {
    const events = await this.readLog(workspaceId, conversationId);
    return { view: events.reduce(applyEvent, emptyView(conversationId)), cursor: events.at(-1)?.seq ?? 0 };
  }

  async getState(workspaceId: WorkspaceId, conversationId: ConversationId): Promise<ConversationState> {
    return this.unitOfWork.inWorkspace(workspaceId, (tx) => this.getStateIn(tx, workspaceId, conversationId));
  }

  async listHeads(
    workspaceId: WorkspaceId,
    conversationIds: readonly ConversationId[],
  ): Promise<ReadonlyMap<ConversationId, number>> {
    return this.unitOfWork.inWorkspace(workspaceId, (tx) =>
      this.repository.listHeads(tx, workspaceId, conversationIds),
    );
  }

  async release(
    workspaceId: WorkspaceId,
    conversationId: ConversationId,
    speech: Speech,
    { lease, unlessVisitorWroteAfter = null }: ReleaseFence = {},
  ): Promise<boolean> {
    let released = false;
    await this.committed(workspaceId, async (tx) => {
      // The transaction may be tried again, and a person may have taken over in between.
      released = false;
      const state = await this.repository.findLocked(tx, workspaceId, conversationId);
      if (!state) throw new UserError('not_found');
      assertHolds(state, lease);
      const nothing: Written = { state, events: [], superseded: false, turnDue: false, isNew: false };
      const stale = state.epoch !== speech.epoch || state.owner.kind === 'agent' || state.status === 'closed';
      const newer = unlessVisitorWroteAfter !== null && state.lastVisitorSeq > unlessVisitorWroteAfter;
      if (stale || newer) return nothing;
      released = true;
      const { speech: earlier } = state;
      // What an earlier, broken-off turn had shown stays visible before the new message begins.
      const leftOver = earlier && earlier.messageId !== speech.messageId ? [speechAsMessage(earlier)] : [];
      const written = leftOver.length > 0 ? await this.write(tx, workspaceId, state, leftOver) : nothing;
      await this.repository.saveSpeech(tx, workspaceId, conversationId, speech);
      return written;
    });
    return released;
  }

  onEvent<T extends EventType>(type: T, reaction: Reaction<T>): void {
    this.registry.addReaction(type, reaction);
  }

  addProjection(projection: Projection): void {
    this.registry.addProjection(projection);
  }

  onTurnDue(run: TurnRun): void {
    this.turns.setRunner(run);
  }

  private async getStateIn(
    tx: Transaction,
    workspaceId: WorkspaceId,
    conversationId: ConversationId,
  ): Promise<ConversationState> {
    const state = await this.repository.find(tx, workspaceId, conversationId);
    if (!state) throw new UserError('not_found');
    return state;
  }

  /** A client id that this sender has used here before: the first event answers the retry, whatever the body. */
  private async findRepeated(
    tx: Transaction,
    state: ConversationState,
    request: AppendRequest,
  ): Promise<LogEvent | null> {
    if (!request.once) return null;
    const { actor, clientId } = request.once;
    return this.repository.findByClientId(tx, request.workspaceId, senderKey(actor), clientId, state.id);
  }

  private async write(
    tx: Transaction,
    workspaceId: WorkspaceId,
    state: ConversationState,
    events: readonly NewEvent[],
  ): Promise<Written> {
    const at = this.clock.now().toISOString();
    const stamped = events.map((event) => ({ id: this.ids.next('evt'), at, epoch: state.epoch, event }));
    const stored = await this.repository.insertEvents(tx, workspaceId, state.id, state.head + 1, stamped);
    const next = stored.reduce(evolve, state);
    assert(next.head === state.head + events.length, 'the log has no gaps');
    const effects = this.registry.effectsOf(stored, next);
    const turnDue = effects.some((effect) => effect.kind === 'turn');
    await this.repository.saveState(tx, workspaceId, next, turnDue);
    await this.registry.project(tx, workspaceId, next, stored);
    for (const effect of effects) {
      if (effect.kind !== 'job') continue;
      const options = effect.delayMs === undefined ? {} : { delayMs: effect.delayMs };
      await this.jobs.enqueue(tx, effect.queue, { workspaceId, data: effect.data }, options);
    }
    return { state: next, events: stored, superseded: false, turnDue, isNew: true };
  }
}

/** The lease's token fences a turn: under the row's lock, whoever was overtaken while asleep writes nothing. */
function assertHolds(state: ConversationState, lease: string | undefined): void {
  if (lease !== undefined && state.leaseToken !== lease) throw new LeaseLost();
}
