export { Bundles } from './bundles.service.js';
export { inboxRowFor, type StoredInboxRow } from './core/inbox-row.js';
export { HandoffModule } from './handoff.module.js';
export { type AgentAct, actorOf, Handoffs } from './handoffs.service.js';
export { Inbox } from './inbox.service.js';
export { Overrides } from './overrides.service.js';
export { QueuePlaces } from './queue-places.service.js';
export { Router } from './router.service.js';
export { Transfers } from './transfers.service.js';
