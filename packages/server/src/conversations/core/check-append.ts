import type { Actor, NewEvent } from '@baton/shared-types';
import { UserError } from '../../kernel/errors.js';
import type { ConversationState } from './conversation-state.js';

/**
 * The last line of the one-voice promise, whatever a caller decided: the assistant never writes a message
 * into a conversation that a person owns, and nothing at all is written into a closed one: a turn or a listener
 * that comes late must not learn, decide or call a person there. Only its visitor may still rate it, and withdraw
 * what was noted about them.
 */
export function checkAppend(state: ConversationState, events: readonly NewEvent[]): void {
  if (state.status === 'closed' && !events.every(mayFollowTheEnd)) throw new UserError('conversation_closed');
  let owner = state.owner;
  for (const event of events) {
    if (event.type === 'owner.changed') {
      if (event.data.epoch <= state.epoch) throw new UserError('epoch_stale');
      owner = event.data.owner;
    }
    if (event.type !== 'message.sent') continue;
    if (event.actor.kind === 'assistant' && owner.kind === 'agent') throw new UserError('not_owner');
    if (event.actor.kind === 'agent' && !isOwner(owner, event.actor)) throw new UserError('not_owner');
  }
}

function mayFollowTheEnd({ type, actor }: NewEvent): boolean {
  return actor.kind === 'visitor' && (type === 'conversation.rated' || type === 'slot.withdrawn');
}

function isOwner(owner: ConversationState['owner'], actor: Extract<Actor, { kind: 'agent' }>): boolean {
  return owner.kind === 'agent' && owner.id === actor.id;
}
