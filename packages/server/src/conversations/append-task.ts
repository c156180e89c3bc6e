import type { ConversationId, LogEvent } from '@baton/shared-types';
import type { Transaction } from '../database/index.js';
import type { Appended } from './conversations.port.js';
import type { NewConversation } from './conversations.repository.js';
import type { ConversationState } from './core/conversation-state.js';
import type { Decided } from './core/decide-append.js';

/** One append on its way into the log: where it goes, what makes it the same as an earlier one, what it writes. */
export interface AppendTask {
  /** A conversation, or the visitor's open one, which is begun with this if there is none. */
  readonly target: { readonly conversationId: ConversationId } | { readonly begin: NewConversation };
  /** A sender and the id their client chose. Seen before (here; for a visitor, anywhere): that event is the answer. */
  readonly once: { readonly sender: string; readonly clientId: string } | null;
  /** What deciding takes beyond the state, looked up once the conversation is locked. */
  readonly lookUp?: ((tx: Transaction) => Promise<unknown>) | undefined;
  /** What to write, given the locked state and what was looked up. Called again when the transaction is. Throws a `UserError` to refuse. */
  readonly decide: (state: ConversationState, found: unknown) => Decided;
}

/** What one transaction wrote for one task; told to others only after it has committed. */
export interface Written extends Appended {
  readonly turnDue: boolean;
  /** False when nothing new was written, as for a retry. */
  readonly isNew: boolean;
}

/** How a task came out of a transaction. `later`: its conversation is in somebody else's hands just now. */
export type Settled =
  | { readonly kind: 'written'; readonly written: Written }
  | { readonly kind: 'refused'; readonly reason: unknown }
  | { readonly kind: 'later' };

/** What was found of a task's client id. */
export interface Repeat {
  readonly sender: string;
  readonly event: LogEvent;
}
