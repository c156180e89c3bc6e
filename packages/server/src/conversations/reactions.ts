import type { EventType, LogEvent, LogEventOf, WorkspaceId } from '@baton/shared-types';
import type { Transaction } from '../database/index.js';
import type { ConversationState } from './core/conversation-state.js';

/** Work that an event causes, committed together with it. */
export type Effect =
  /** The assistant owes a turn: marked on the conversation's row and leased from there. */
  | { readonly kind: 'turn' }
  | { readonly kind: 'job'; readonly queue: string; readonly data: object; readonly delayMs?: number };

/** Pure: which work an event causes. `state` is the conversation after the append. */
export type Reaction<T extends EventType> = (
  event: LogEventOf<T>,
  state: ConversationState,
) => readonly Effect[];

/** What one transaction appends to one conversation. `state` is the conversation after it. */
export interface Change {
  readonly state: ConversationState;
  readonly events: readonly LogEvent[];
}

/**
 * As a projection, but for all conversations of the transaction at once: for what changes with every message, so that
 * appends that are committed together also share its statements.
 */
export type BulkProjection = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  changes: readonly Change[],
) => Promise<void>;

/** Keeps a table in step with the log, inside the append's transaction, one conversation at a time. */
export type Projection = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  state: ConversationState,
  events: readonly LogEvent[],
) => Promise<void>;
