import type { AgentPrincipal } from '../identity/index.js';
import type { GuardedSocket } from './guarded-socket.js';

/** What the server knows of an agent's connection. */
export interface AgentConnection {
  readonly agent: AgentPrincipal;
}

export type AgentSocket = GuardedSocket<AgentConnection>;
