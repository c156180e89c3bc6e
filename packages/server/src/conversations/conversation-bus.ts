import type { LogEvent, WorkspaceId } from '@baton/shared-types';
import type { ConversationState } from './core/conversation-state.js';

/** What was committed, as a hint to those who show it; the log in the database is the truth. */
export interface Committed {
  readonly workspaceId: WorkspaceId;
  readonly state: ConversationState;
  readonly events: readonly LogEvent[];
}

type Listener = (committed: Committed) => void;

/** Tells listeners of this node what has been committed. Losing a hint loses nothing. */
export class ConversationBus {
  private readonly listeners = new Set<Listener>();

  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  publish(committed: Committed): void {
    for (const listener of this.listeners) listener(committed);
  }
}
