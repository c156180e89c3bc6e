import type { Actor, ConversationId, NewEvent } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import {
  type Appended,
  CONVERSATIONS,
  type ConversationState,
  type Conversations,
} from '../conversations/index.js';
import type { AgentPrincipal } from '../identity/index.js';

/** One act of an agent on a conversation; `clientId` makes a repetition harmless. */
export interface AgentAct {
  readonly conversationId: ConversationId;
  readonly clientId: string;
}

export type AgentActor = Extract<Actor, { kind: 'agent' }>;

/** Appends what an agent does, once however often it is sent. What may be done is decided under the row's lock. */
@Injectable()
export class AgentActs {
  constructor(@Inject(CONVERSATIONS) private readonly conversations: Conversations) {}

  /** `decide`: what happens to the conversation as it is then; throws what is refused. */
  append(
    agent: AgentPrincipal,
    { conversationId, clientId }: AgentAct,
    decide: (state: ConversationState, actor: AgentActor) => readonly NewEvent[],
  ): Promise<Appended> {
    const actor = actorOf(agent);
    return this.conversations.append({
      workspaceId: agent.workspaceId,
      conversationId,
      epoch: null,
      once: { actor, clientId },
      decide: (state) => decide(state, actor),
    });
  }
}

export function actorOf({ id, name }: AgentPrincipal): AgentActor {
  return { kind: 'agent', id, name };
}
