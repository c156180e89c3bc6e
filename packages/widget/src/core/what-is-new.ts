import type { ChatClient, ShownView } from './shown-view.js';

/**
 * Returns what says of a view behind which `seq` things are new: each time what has come since the last time. What was
 * there when we came to a conversation is history.
 */
export function whatIsNew({ session, cursor }: ChatClient): (view: ShownView) => number {
  let known = { conversationId: '', seq: 0 };
  return ({ conversationId }) => {
    const before = session.peek()?.conversation;
    const head = before?.id === conversationId ? before.head : 0;
    const seq = known.conversationId === conversationId ? known.seq : head;
    known = { conversationId, seq: Math.max(seq, cursor.value) };
    return seq;
  };
}
