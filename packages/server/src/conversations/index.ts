export { AgentMessages } from './agent-messages.service.js';
export { type Committed, ConversationBus } from './conversation-bus.js';
export { ConversationsModule } from './conversations.module.js';
export {
  type Appended,
  type AppendRequest,
  type Checkpoint,
  CONVERSATIONS,
  type Conversations,
  type Seen,
  type SeenRecently,
  type TurnRun,
} from './conversations.port.js';
export type { ConversationState, Speech } from './core/conversation-state.js';
export { ASSISTANT, newEvent, SYSTEM } from './core/events.js';
export { LeaseLost } from './core/lease-lost.js';
export {
  assertOpen,
  assertOwner,
  changeOwner,
  closeByAgent,
  requestHandoff,
  returnToAssistant,
  takeOver,
} from './core/ownership.js';
export { visitorMessage } from './core/visitor-message.js';
export { EPHEMERAL_SIGNALS, type EphemeralSignals } from './ephemeral-signals.port.js';
export type { BulkProjection, Change, Effect, Projection, Reaction } from './reactions.js';
export { type VisitorContext, VisitorMessages } from './visitor-messages.service.js';
