export { inboxRowFor, type StoredInboxRow } from './core/inbox-row.js';
export { HandoffModule } from './handoff.module.js';
export { type AgentAct, actorOf, Handoffs } from './handoffs.service.js';
export { Inbox } from './inbox.service.js';
