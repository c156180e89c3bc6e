import { CommandError } from '@baton/client';
import type {
  AgentId,
  AgentRole,
  Bundle,
  ConversationId,
  InboxRow,
  SignedInAgent,
  SiteId,
  WireError,
} from '@baton/shared-types';

export interface Site {
  readonly id: SiteId;
  readonly name: string;
  /** Public; stands in the script tag. */
  readonly key: string;
  readonly origins: readonly string[];
  readonly automationPaused: boolean;
}

export interface SiteChange {
  readonly origins?: readonly string[];
  readonly automationPaused?: boolean;
  /** Why automation is paused or goes on; for the record. */
  readonly reason?: string;
}

export interface Person {
  readonly id: AgentId;
  readonly name: string;
  readonly email: string;
  readonly role: AgentRole;
}

export interface NewPerson {
  readonly name: string;
  readonly email: string;
  readonly role: AgentRole;
  readonly password: string;
}

export interface PlaybookVersion {
  readonly id: string;
  readonly version: number;
  readonly hash: string;
  /** ISO 8601 UTC. */
  readonly publishedAt: string;
}

export interface PlaybookShelf {
  readonly current: PlaybookVersion & { readonly yaml: string };
  readonly versions: readonly PlaybookVersion[];
}

/** What the server answers over HTTP. Every method rejects with `ApiError`. */
export interface ConsoleApi {
  signIn(email: string, password: string): Promise<SignedInAgent>;
  signInByLink(token: string): Promise<SignedInAgent>;
  /** Rejects with 401 when nobody is signed in. */
  currentSession(): Promise<SignedInAgent>;
  signOut(): Promise<void>;
  socketTicket(): Promise<string>;
  listConversations(filter: {
    readonly status: 'open' | 'closed';
    readonly limit: number;
  }): Promise<readonly InboxRow[]>;
  getBundle(conversationId: ConversationId): Promise<Bundle>;
  listSites(): Promise<readonly Site[]>;
  changeSite(id: SiteId, change: SiteChange): Promise<void>;
  listPeople(): Promise<readonly Person[]>;
  addPerson(person: NewPerson): Promise<void>;
  getPlaybooks(): Promise<PlaybookShelf>;
  publishPlaybook(yaml: string): Promise<void>;
}

/** A refused or failed request. `status` is 0 when no answer came. */
export class ApiError extends CommandError {
  constructor(
    wire: WireError,
    readonly status: number,
  ) {
    super(wire);
    this.name = 'ApiError';
  }
}
