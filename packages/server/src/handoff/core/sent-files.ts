import type { Bundle, ConversationView } from '@baton/shared-types';

/** The files of both sides with the messages that carry them; nothing at all where none were sent. */
export function sentFiles({ messages }: ConversationView): Pick<Bundle, 'files'> {
  const files = messages.flatMap(({ messageId, actor, files: carried = [] }) =>
    carried.map((file) => ({
      ...file,
      messageId,
      from: actor.kind === 'visitor' ? ('visitor' as const) : ('agent' as const),
    })),
  );
  return files.length > 0 ? { files } : {};
}
