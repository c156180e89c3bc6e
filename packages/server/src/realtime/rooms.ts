import type { AgentId, ConversationId, VisitorId, WorkspaceId } from '@baton/shared-types';

const CONVERSATION = 'conversation:';

/** Names of the rooms that notices are sent to. Joined by the server alone, from ids it has checked. */
export const room = {
  /** In the visitor namespace the visitor, in the agent namespace every agent who has it open. */
  conversation: (id: ConversationId) => `${CONVERSATION}${id}`,
  /** All connections of one visitor. */
  visitor: (id: VisitorId) => `visitor:${id}`,
  workspace: (id: WorkspaceId) => `workspace:${id}`,
  agent: (id: AgentId) => `agent:${id}`,
} as const;

/** The conversations among the rooms of a socket. */
export function conversationsIn(rooms: Iterable<string>): readonly ConversationId[] {
  return [...rooms].flatMap((name) =>
    name.startsWith(CONVERSATION) ? [name.slice(CONVERSATION.length) as ConversationId] : [],
  );
}
