import type { EventType, LogEvent, LogEventOf, WorkspaceId } from '@baton/shared-types';
import type { Transaction } from '../database/index.js';
import type { ConversationState } from './core/conversation-state.js';
import type { BulkProjection, Change, Effect, Projection, Reaction } from './reactions.js';

/** Who reacts to which event. Filled at start-up, read on every append. */
export class ReactionRegistry {
  private readonly reactions = new Map<
    EventType,
    ((event: LogEvent, state: ConversationState) => readonly Effect[])[]
  >();
  private readonly projections: Projection[] = [];
  private readonly bulkProjections: BulkProjection[] = [];

  addReaction<T extends EventType>(type: T, reaction: Reaction<T>): void {
    const known = this.reactions.get(type) ?? [];
    known.push((event, state) => (isOfType(event, type) ? reaction(event, state) : []));
    this.reactions.set(type, known);
  }

  addProjection(projection: Projection): void {
    this.projections.push(projection);
  }

  addBulkProjection(projection: BulkProjection): void {
    this.bulkProjections.push(projection);
  }

  effectsOf(events: readonly LogEvent[], state: ConversationState): readonly Effect[] {
    return events.flatMap((event) =>
      (this.reactions.get(event.type) ?? []).flatMap((reaction) => reaction(event, state)),
    );
  }

  async project(tx: Transaction, workspaceId: WorkspaceId, changes: readonly Change[]): Promise<void> {
    if (changes.length === 0) return;
    await Promise.all(this.bulkProjections.map((projection) => projection(tx, workspaceId, changes)));
    for (const projection of this.projections) {
      for (const { state, events } of changes) await projection(tx, workspaceId, state, events);
    }
  }
}

function isOfType<T extends EventType>(event: LogEvent, type: T): event is LogEvent & LogEventOf<T> {
  return event.type === type;
}
