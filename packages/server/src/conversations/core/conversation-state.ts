import type { ConversationId, MessageId, Owner, SiteId, TurnId, VisitorId } from '@baton/shared-types';

/** What the assistant has released of a message that is not finished. Everything the visitor saw is in here. */
export interface Speech {
  readonly messageId: MessageId;
  readonly turnId: TurnId;
  readonly text: string;
  readonly epoch: number;
}

/** What deciding about a conversation takes; kept on its row, under the row's lock. */
export interface ConversationState {
  readonly id: ConversationId;
  readonly siteId: SiteId;
  readonly visitorId: VisitorId;
  readonly status: 'open' | 'closed';
  readonly owner: Owner;
  readonly epoch: number;
  /** `seq` of the last event. */
  readonly head: number;
  /** `seq` of the visitor's last message, 0 if none. */
  readonly lastVisitorSeq: number;
  readonly speech: Speech | null;
  /** Who holds the assistant's turn; null: nobody. */
  readonly leaseToken: string | null;
  readonly locale: string;
  readonly timeZone: string;
}
