import type { VisitorCommands, VisitorHandshake } from './commands.js';
import type { ConversationId } from './ids.js';
import type { Notices } from './notices.js';

/**
 * The HTTP fallback for visitors: each request stands for itself and may meet another node. The answer is a `Reply`,
 * of the command or of `NewsResult`.
 */
export interface CommandRequest {
  readonly handshake: VisitorHandshake;
  /** What was said with `session.open`; nobody remembers it between two requests. */
  readonly context: VisitorCommands['session.open']['payload'] | null;
  readonly name: keyof VisitorCommands;
  readonly payload: unknown;
}

/** Answered when there is something to tell, or with nothing after a few seconds. */
export interface NewsRequest {
  readonly handshake: VisitorHandshake;
  /** The conversation that `after` belongs to; null: none yet. */
  readonly conversationId: ConversationId | null;
  /** The `seq` up to which the client has been told; null: only look at the handshake, answer at once. */
  readonly after: number | null;
}

export interface NewsResult {
  readonly notices: readonly {
    [N in keyof Notices]: { readonly name: N; readonly payload: Notices[N] };
  }[keyof Notices][];
}
