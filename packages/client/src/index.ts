export { createAgentClient } from './agent-client.js';
export * from './contract.js';
export { type BlockedFlag, fallbackTransport } from './fallback-transport.js';
export { type GuardedStorage, guardStorage } from './guarded-storage.js';
export { httpTransport } from './http-transport.adapter.js';
export { browserEnvironment } from './platform/browser-environment.js';
export { socketTransport } from './socket-transport.adapter.js';
export type { ConnectTransport, Handshake, Notice, Transport, TransportEvents } from './transport.js';
export { createVisitorClient } from './visitor-client.js';
