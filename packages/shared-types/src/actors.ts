import type { AgentId, VisitorId } from './ids.js';

/** Who did something. There are four kinds and no others. */
export type Actor =
  | { readonly kind: 'visitor'; readonly id: VisitorId }
  | { readonly kind: 'agent'; readonly id: AgentId; readonly name: string }
  | { readonly kind: 'assistant' }
  | { readonly kind: 'system' };

/** Who may speak for the company now. A conversation has exactly one owner; each change raises the epoch. */
export type Owner =
  | { readonly kind: 'assistant' }
  | { readonly kind: 'queue' }
  | { readonly kind: 'agent'; readonly id: AgentId; readonly name: string };

/** `public` events reach the visitor; `internal` ones only the workspace. */
export type Audience = 'public' | 'internal';

/** What a person in the workspace may do; see the permission table of the server. */
export type AgentRole = 'agent' | 'supervisor' | 'admin';

/** Whether an agent takes new offers. `offline` is also what we show when no connection is left. */
export type PresenceState = 'available' | 'away' | 'offline';
