import type { LogEvent } from '@baton/shared-types';
import type { ConversationState } from './conversation-state.js';

/** Applies a stored event to the state on the conversation's row. */
export function evolve(state: ConversationState, event: LogEvent): ConversationState {
  const next = { ...state, head: event.seq };
  switch (event.type) {
    case 'message.sent':
      if (event.actor.kind === 'visitor') return { ...next, lastVisitorSeq: event.seq };
      return state.speech?.messageId === event.data.messageId ? { ...next, speech: null } : next;
    case 'owner.changed':
      return { ...next, owner: event.data.owner, epoch: event.data.epoch };
    case 'conversation.closed':
      return { ...next, status: 'closed' };
    default:
      return next;
  }
}
