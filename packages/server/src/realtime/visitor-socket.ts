import type { ConversationId, PageContext, VerifiedIdentity } from '@baton/shared-types';
import type { Site, VisitorPrincipal } from '../identity/index.js';
import type { GuardedSocket } from './guarded-socket.js';

/** What the server knows of a visitor's connection. All of it comes from the handshake and the database. */
export interface VisitorConnection {
  readonly site: Site;
  /** Where it comes from, as limits count. */
  readonly address: string;
  /** The token that proves the visitor; null until the session is opened. */
  token: string | null;
  principal: VisitorPrincipal | null;
  /** Who it is by signature; null for everybody else. */
  identity: VerifiedIdentity | null;
  page: PageContext;
  locale: string;
  timeZone: string;
  /** The conversation this connection follows: the visitor's own, or none yet. */
  following: ConversationId | null;
  /** The one opening of the session, so that two quick `session.open` do not make two visitors. */
  opening: Promise<unknown>;
}

export type VisitorSocket = GuardedSocket<VisitorConnection>;
