import type { Owner } from './actors.js';
import type { HandoffReason, Tier, Verdict } from './decisions.js';
import type { ConversationId } from './ids.js';
import type { RoutePriority, Rung } from './routing.js';

/** One line of the agents' inbox. */
export interface InboxRow {
  readonly conversationId: ConversationId;
  /** Name, e-mail, company or "Visitor" (in the `deskLanguage`) with four characters of the id: the best label we know. */
  readonly label: string;
  readonly siteName: string;
  readonly lastText: string;
  readonly lastAt: string;
  readonly lastFrom: 'visitor' | 'agent' | 'assistant' | 'system';
  readonly owner: Owner;
  readonly status: 'open' | 'closed';
  readonly verdict: Verdict;
  readonly tier: Tier | null;
  /** The handoff that waits or lives, if any. `offeredToMe` is computed for the reader. */
  readonly handoff: {
    readonly state: 'requested' | 'offered' | 'expired' | 'live';
    readonly reason: HandoffReason;
    readonly requestedAt: string;
    readonly deadlineAt: string | null;
    readonly offeredToMe: boolean;
    /** Null or absent until it has been routed. */
    readonly team?: string | null;
    readonly priority?: RoutePriority | null;
    readonly rung?: Rung | null;
    /** The owner must have written by then; null once they have. */
    readonly firstReplyBy?: string | null;
    readonly promisedBy?: string | null;
  } | null;
  /** The assistant is switched off in this conversation. */
  readonly automationPaused?: boolean;
  /** The head `seq`; rows with a lower head than one already held are stale. */
  readonly head: number;
}
