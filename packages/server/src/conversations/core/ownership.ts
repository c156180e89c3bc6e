import type { Actor, Disposition, HandoffId, HandoffReason, NewEvent, Owner } from '@baton/shared-types';
import { UserError } from '../../kernel/errors.js';
import type { ConversationState } from './conversation-state.js';
import { newEvent, SYSTEM } from './events.js';

type AgentActor = Extract<Actor, { kind: 'agent' }>;

/** The event that gives the conversation to somebody else, one epoch later. */
export function changeOwner(state: ConversationState, owner: Owner, by: Actor): NewEvent {
  return newEvent('owner.changed', by, { owner, epoch: state.epoch + 1 });
}

/** Puts the conversation into the queue for a person. The assistant may go on taking contact details there. */
export function requestHandoff(
  state: ConversationState,
  handoffId: HandoffId,
  reason: HandoffReason,
): readonly NewEvent[] {
  if (state.owner.kind !== 'assistant') return [];
  return [
    newEvent('handoff.requested', SYSTEM, { handoffId, reason }),
    changeOwner(state, { kind: 'queue' }, SYSTEM),
  ];
}

/** A person takes the conversation, offered or not. One who already has it has nothing to do. */
export function takeOver(
  state: ConversationState,
  agent: AgentActor,
  handoffId: HandoffId,
  clientId: string,
  /** Until when the agent must have written. */
  firstReplyBy?: string,
): readonly NewEvent[] {
  assertOpen(state);
  if (state.owner.kind === 'agent') {
    if (state.owner.id === agent.id) return [];
    throw new UserError('handoff_taken', [state.owner.name]);
  }
  const { id, name } = agent;
  return [
    newEvent(
      'handoff.accepted',
      agent,
      { handoffId, agent: { id, name }, ...(firstReplyBy ? { firstReplyBy } : {}) },
      { clientId },
    ),
    changeOwner(state, { kind: 'agent', id, name }, agent),
  ];
}

/** Gives the conversation back to the assistant. */
export function returnToAssistant(
  state: ConversationState,
  agent: AgentActor,
  handoffId: HandoffId,
  clientId: string,
): readonly NewEvent[] {
  assertOpen(state);
  assertOwner(state, agent);
  return [
    newEvent('handoff.returned', agent, { handoffId }, { clientId }),
    changeOwner(state, { kind: 'assistant' }, agent),
  ];
}

/** Ends the conversation and the handoff that lives in it. One that has ended has nothing to do. */
export function closeByAgent(
  state: ConversationState,
  agent: AgentActor,
  handoffId: HandoffId,
  clientId: string,
  disposition: Disposition | null,
): readonly NewEvent[] {
  if (state.status === 'closed') return [];
  assertOwner(state, agent);
  return [
    ...(disposition ? [newEvent('disposition.recorded', agent, { disposition })] : []),
    newEvent('handoff.closed', agent, { handoffId }),
    newEvent('conversation.closed', agent, { by: 'agent' }, { clientId }),
  ];
}

export function assertOpen(state: ConversationState): void {
  if (state.status === 'closed') throw new UserError('conversation_closed');
}

export function assertOwner(state: ConversationState, agent: AgentActor): void {
  if (state.owner.kind !== 'agent' || state.owner.id !== agent.id) throw new UserError('not_owner');
}
