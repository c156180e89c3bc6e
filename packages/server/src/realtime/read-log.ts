import type { Audience, ConversationId, LogBatch, WorkspaceId } from '@baton/shared-types';
import type { Conversations } from '../conversations/index.js';

/**
 * The next page of the log after a cursor. A cursor beyond the head (the database was restored behind the
 * client) answers with a reset: the client forgets what it has and reads from the start.
 */
export async function readLog(
  conversations: Conversations,
  workspaceId: WorkspaceId,
  conversationId: ConversationId,
  after: number,
  audience: Audience,
): Promise<{ readonly batch: LogBatch | null; readonly reset: boolean }> {
  const { head } = await conversations.getState(workspaceId, conversationId);
  if (after > head) return { batch: null, reset: true };
  return { batch: await conversations.readBatch(workspaceId, conversationId, after, audience), reset: false };
}
