import {
  type ConversationId,
  EVENT_SCHEMA_VERSION,
  type LogEvent,
  type NewEvent,
  type VisitorId,
  type WorkspaceId,
} from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import type { Transaction } from '../database/index.js';
import { JOB_QUEUE, type JobQueue } from '../jobs/index.js';
import { assert } from '../kernel/assert.js';
import { CLOCK, type Clock } from '../kernel/clock.js';
import { UserError } from '../kernel/errors.js';
import { IDS, type Ids } from '../kernel/ids.js';
import { AppendRepository, type SavedState } from './append.repository.js';
import type { AppendTask, Repeat, Settled, Written } from './append-task.js';
import { ConversationsRepository } from './conversations.repository.js';
import type { ConversationState } from './core/conversation-state.js';
import { evolve } from './core/evolve.js';
import { ReactionRegistry } from './reaction-registry.js';
import type { Effect } from './reactions.js';

/** What a transaction knows of the conversations it has locked, and what it is going to write to them. */
class Changes {
  readonly states = new Map<ConversationId, ConversationState>();
  readonly open = new Map<VisitorId, ConversationId>();
  readonly events = new Map<ConversationId, LogEvent[]>();
  readonly touched = new Set<ConversationId>();
  readonly turnDue = new Set<ConversationId>();
  readonly jobs: Extract<Effect, { kind: 'job' }>[] = [];

  add(states: readonly ConversationState[]): void {
    for (const state of states) {
      this.states.set(state.id, state);
      if (state.status === 'open') this.open.set(state.visitorId, state.id);
    }
  }
}

/** Appends of one workspace in one transaction: locked together, decided one after the other, written together. */
@Injectable()
export class AppendBatch {
  constructor(
    @Inject(JOB_QUEUE) private readonly jobs: JobQueue,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(IDS) private readonly ids: Ids,
    @Inject(AppendRepository) private readonly repository: AppendRepository,
    @Inject(ConversationsRepository) private readonly conversations: ConversationsRepository,
    @Inject(ReactionRegistry) private readonly registry: ReactionRegistry,
  ) {}

  /** With `wait`, queues up behind whoever holds a conversation; without, such a task is for `later`. */
  async run(
    tx: Transaction,
    workspaceId: WorkspaceId,
    tasks: readonly AppendTask[],
    wait: boolean,
  ): Promise<readonly Settled[]> {
    const changes = new Changes();
    const { repeats, found } = await this.load(tx, workspaceId, tasks, changes, wait);
    const isRepeated = (task: AppendTask) => findRepeat(task, repeats) !== null;
    const begun = tasks.flatMap((task) =>
      'begin' in task.target && !changes.open.has(task.target.begin.visitorId) && !isRepeated(task)
        ? [task.target.begin]
        : [],
    );
    if (begun.length > 0) changes.add(await this.repository.insertConversations(tx, workspaceId, begun));
    const settled: Settled[] = [];
    for (const [index, task] of tasks.entries()) {
      const repeat = findRepeat(task, repeats);
      settled.push(
        repeat
          ? await this.answerRepeat(tx, workspaceId, repeat, changes)
          : this.settle(task, found[index], changes, wait),
      );
    }
    await this.write(tx, workspaceId, changes);
    return settled;
  }

  /** One round trip: the locks first, so that what is looked up afterwards cannot change any more. */
  private async load(
    tx: Transaction,
    workspaceId: WorkspaceId,
    tasks: readonly AppendTask[],
    changes: Changes,
    wait: boolean,
  ): Promise<{ readonly repeats: readonly Repeat[]; readonly found: readonly unknown[] }> {
    const ids = tasks.flatMap(({ target }) => ('conversationId' in target ? [target.conversationId] : []));
    const visitors = tasks.flatMap(({ target }) => ('begin' in target ? [target.begin.visitorId] : []));
    const once = tasks.flatMap((task) => task.once ?? []);
    const [byId, byVisitor, repeats, found] = await Promise.all([
      ids.length === 0 ? [] : this.repository.lock(tx, workspaceId, ids, wait),
      visitors.length === 0 ? [] : this.repository.lockOpenOfVisitors(tx, workspaceId, visitors, wait),
      once.length === 0 ? [] : this.repository.findByClientIds(tx, workspaceId, once),
      Promise.all(tasks.map(({ lookUp }) => lookUp?.(tx))),
    ]);
    changes.add(byId);
    changes.add(byVisitor);
    return { repeats, found };
  }

  /** The first event answers the retry, whatever the new body says. */
  private async answerRepeat(
    tx: Transaction,
    workspaceId: WorkspaceId,
    event: LogEvent,
    changes: Changes,
  ): Promise<Settled> {
    // A visitor's may lie in a conversation that has been closed since, and that nobody has to lock.
    const { conversationId } = event;
    const locked = changes.states.get(conversationId);
    const state = locked ?? (await this.conversations.find(tx, workspaceId, conversationId));
    assert(state, 'a conversation that has an event exists');
    return written({ state, events: [event] });
  }

  private settle(
    { target, lookUp, decide }: AppendTask,
    found: unknown,
    changes: Changes,
    wait: boolean,
  ): Settled {
    const id = 'conversationId' in target ? target.conversationId : changes.open.get(target.begin.visitorId);
    const state = id === undefined ? undefined : changes.states.get(id);
    if (!state) {
      const isGone = wait && 'conversationId' in target;
      return isGone ? { kind: 'refused', reason: new UserError('not_found') } : { kind: 'later' };
    }
    // Closed by a task before this one: the visitor begins another.
    if ('begin' in target && state.status === 'closed') return { kind: 'later' };
    // A task before this one changed what was looked up.
    if (lookUp && changes.touched.has(state.id)) return { kind: 'later' };
    try {
      const { events, speech, superseded = false } = decide(state, found);
      if (events.length === 0 && !speech) return written({ state, superseded });
      const applied = this.apply(state, events);
      const next = speech ? { ...applied.state, speech } : applied.state;
      changes.states.set(state.id, next);
      changes.touched.add(state.id);
      changes.events.set(state.id, [...(changes.events.get(state.id) ?? []), ...applied.events]);
      const effects = this.registry.effectsOf(applied.events, next);
      const turnDue = effects.some(({ kind }) => kind === 'turn');
      if (turnDue) changes.turnDue.add(state.id);
      changes.jobs.push(...effects.filter((effect) => effect.kind === 'job'));
      return written({ state: next, events: applied.events, superseded, turnDue, isNew: events.length > 0 });
    } catch (reason) {
      return { kind: 'refused', reason };
    }
  }

  private apply(
    state: ConversationState,
    events: readonly NewEvent[],
  ): { readonly state: ConversationState; readonly events: readonly LogEvent[] } {
    const at = this.clock.now().toISOString();
    const stored = events.map(
      (event, index) =>
        ({
          id: this.ids.next('evt'),
          conversationId: state.id,
          seq: state.head + 1 + index,
          schemaVersion: EVENT_SCHEMA_VERSION,
          at,
          epoch: state.epoch,
          ...event,
        }) as LogEvent,
    );
    const next = stored.reduce(evolve, state);
    assert(next.head === state.head + events.length, 'the log has no gaps');
    return { state: next, events: stored };
  }

  private async write(tx: Transaction, workspaceId: WorkspaceId, changes: Changes): Promise<void> {
    if (changes.touched.size === 0) return;
    const changed = [...changes.touched].flatMap((id) => {
      const state = changes.states.get(id);
      return state ? [{ state, events: changes.events.get(id) ?? [] }] : [];
    });
    const logged = changed.filter(({ events }) => events.length > 0);
    const saved = changed.map(({ state }): SavedState => ({ state, turnDue: changes.turnDue.has(state.id) }));
    const events = logged.flatMap((each) => each.events);
    this.repository.insertEvents(tx, workspaceId, events);
    this.repository.saveStates(tx, workspaceId, saved);
    await this.registry.project(tx, workspaceId, logged);
    for (const { queue, data, delayMs } of changes.jobs) {
      await this.jobs.enqueue(tx, queue, { workspaceId, data }, delayMs === undefined ? {} : { delayMs });
    }
  }
}

function written(outcome: Pick<Written, 'state'> & Partial<Written>): Settled {
  const nothing = { events: [], superseded: false, turnDue: false, isNew: false };
  return { kind: 'written', written: { ...nothing, ...outcome } };
}

/** The event that the task's client id already names: in its conversation, or anywhere for a visitor's. */
function findRepeat({ target, once }: AppendTask, repeats: readonly Repeat[]): LogEvent | null {
  if (!once) return null;
  const found = repeats.find(
    ({ sender, event }) =>
      sender === once.sender &&
      event.clientId === once.clientId &&
      ('begin' in target || event.conversationId === target.conversationId),
  );
  return found?.event ?? null;
}
