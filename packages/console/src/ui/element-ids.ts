import type { ConversationId, MessageId } from '@baton/shared-types';

/** Ids of the places to which the focus moves. */
export const ELEMENT_IDS = {
  inbox: 'inbox',
  search: 'inbox-search',
  thread: 'thread',
  composer: 'composer',
  bundle: 'bundle',
  row: (id: ConversationId) => `row-${id}`,
  message: (id: MessageId) => `message-${id}`,
};
