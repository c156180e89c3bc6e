import type { Actor, ConversationId, NewEvent } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import {
  type Appended,
  CONVERSATIONS,
  type ConversationState,
  type Conversations,
} from '../conversations/index.js';
import type { AgentPrincipal } from '../identity/index.js';
import { type Handoff } from './core/handoff.js';
import { HandoffRepository } from './handoff.repository.js';

/** One act of an agent on a conversation; `clientId` makes a repetition harmless. */
export interface AgentAct {
  readonly conversationId: ConversationId;
  readonly clientId: string;
}

export type AgentActor = Extract<Actor, { kind: 'agent' }>;

/** Appends what an agent does, once however often it is sent. What may be done is decided under the row's lock. */
@Injectable()
export class AgentActs {
  constructor(
    @Inject(CONVERSATIONS) private readonly conversations: Conversations,
    @Inject(HandoffRepository) private readonly handoffs: HandoffRepository,
  ) {}

  /**
   * `decide`: what happens to the conversation as it is then, and to its latest handoff, whatever has become of that;
   * throws what is refused.
   */
  append(
    agent: AgentPrincipal,
    { conversationId, clientId }: AgentAct,
    decide: (state: ConversationState, actor: AgentActor, latest: Handoff | null) => readonly NewEvent[],
  ): Promise<Appended> {
    const actor = actorOf(agent);
    const { workspaceId } = agent;
    return this.conversations.append({
      workspaceId,
      conversationId,
      epoch: null,
      once: { actor, clientId },
      lookUp: (tx) => this.handoffs.findLatest(tx, workspaceId, conversationId),
      decide: (state, latest) => decide(state, actor, latest),
    });
  }
}

export function actorOf({ id, name }: AgentPrincipal): AgentActor {
  return { kind: 'agent', id, name };
}
