import type { AgentId, ConversationId, VisitorId, WorkspaceId } from '@baton/shared-types';

/** Names of the rooms that notices are sent to. Joined by the server alone, from ids it has checked. */
export const room = {
  /** In the visitor namespace the visitor, in the agent namespace every agent who has it open. */
  conversation: (id: ConversationId) => `conversation:${id}`,
  /** All connections of one visitor. */
  visitor: (id: VisitorId) => `visitor:${id}`,
  workspace: (id: WorkspaceId) => `workspace:${id}`,
  agent: (id: AgentId) => `agent:${id}`,
} as const;
