import type { ConversationSnapshot } from '@baton/shared-types';
import type { LogReplica } from './log-replica.js';

/** Takes a snapshot that is newer than the replica; after an older one the log says what has come since. */
export function adoptSnapshot(replica: LogReplica, { view, cursor }: ConversationSnapshot): void {
  const at = replica.cursor.peek();
  if (!replica.view.peek() || cursor > at) replica.set(view, cursor);
  else if (cursor < at) void replica.repair();
}
