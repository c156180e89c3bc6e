import type { VisitorClient } from '@baton/client';
import type { ConversationView, HandoffView } from '@baton/shared-types';
import type { ReadonlySignal } from '@preact/signals';

/** What the widget shows of a conversation. What pages load keeps no more of it (`lean/apply-public-event.ts`). */
export interface ShownView
  extends Pick<
    ConversationView,
    'conversationId' | 'status' | 'owner' | 'messages' | 'milestones' | 'rating'
  > {
  /** Of `state` no more than whether it is `expired`. */
  readonly handoff: Pick<HandoffView, 'reason' | 'state'> | null;
}

/** The client with as much of the view as there is. */
export interface ChatClient extends Omit<VisitorClient, 'view'> {
  readonly view: ReadonlySignal<ShownView | null>;
}
