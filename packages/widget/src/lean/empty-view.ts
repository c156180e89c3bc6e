import type { ConversationId } from '@baton/shared-types';
import type { ShownView } from '../core/shown-view.js';

/** The view before any event, with what the widget shows of it. */
export function emptyView(conversationId: ConversationId): ShownView {
  return {
    conversationId,
    status: 'open',
    owner: { kind: 'assistant' },
    messages: [],
    milestones: [],
    handoff: null,
  };
}
