import type { ConversationView } from './conversation-view.js';
import type { ConversationId } from './ids.js';

/** The view before any event. */
export function emptyView(conversationId: ConversationId): ConversationView {
  return {
    conversationId,
    status: 'open',
    owner: { kind: 'assistant' },
    epoch: 0,
    siteId: null,
    startedAt: null,
    page: null,
    locale: 'en',
    timeZone: 'UTC',
    messages: [],
    milestones: [],
    slots: {},
    decision: null,
    decisions: [],
    handoff: null,
    notes: [],
    overrides: [],
    reclassified: null,
    automationPaused: false,
    disposition: null,
  };
}
