import { CommandError } from '@baton/client';
import type {
  AgentId,
  AgentRole,
  Bundle,
  ConversationId,
  FileId,
  InboxRow,
  Report,
  ReportGrouping,
  RoutingFacts,
  RoutingRecord,
  SearchPage,
  SignedInAgent,
  SiteId,
  Snippet,
  SnippetContent,
  SnippetId,
  SourcedSentence,
  Team,
  Tier,
  WidgetLanguage,
  WidgetSettings,
  WidgetTextKey,
  WireError,
} from '@baton/shared-types';
import type { StudioApi } from './studio-api.js';

export interface Site {
  readonly id: SiteId;
  readonly name: string;
  /** Public; stands in the script tag. */
  readonly key: string;
  readonly origins: readonly string[];
  readonly automationPaused: boolean;
  readonly filesAllowed: boolean;
}

export interface NewSite {
  readonly name: string;
  readonly origins: readonly string[];
  /** IANA name. */
  readonly timeZone: string;
}

export interface SiteChange {
  readonly origins?: readonly string[];
  readonly automationPaused?: boolean;
  readonly filesAllowed?: boolean;
  /** Why automation is paused or goes on; for the record. */
  readonly reason?: string;
}

export interface GreetingCount {
  readonly key: string;
  readonly times: number;
}

/** By language, then by key. */
export type WidgetTexts = { readonly [L in WidgetLanguage]?: { readonly [K in WidgetTextKey]?: string } };

/** Where a widget with the site's key knocked, latest first; `now` is the server's clock. */
export interface Sightings {
  readonly now: string;
  readonly sightings: readonly {
    readonly origin: string;
    readonly accepted: boolean;
    readonly lastSeenAt: string;
  }[];
}

/** Whether the assistant answers at all, on every site. */
export interface Automation {
  readonly paused: boolean;
  readonly reason: string | null;
}

/** Why something is as it is, from stored records. */
export interface Explanation {
  readonly sentences: readonly SourcedSentence[];
  readonly record: unknown;
}

export type OwnerFilter = 'me' | 'agent' | 'assistant' | 'queue';

/** What to look for; what is left out does not narrow. */
export interface SearchRequest {
  readonly q: string;
  readonly status?: 'open' | 'closed' | undefined;
  readonly owner?: OwnerFilter | undefined;
  readonly tier?: Tier | undefined;
  readonly site?: string | undefined;
  readonly after?: string | undefined;
}

/** Days, both inclusive, in `timeZone`. */
export interface ReportRequest {
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  readonly by: ReportGrouping;
}

export interface Person extends PersonChange {
  readonly id: AgentId;
  readonly name: string;
  readonly email: string;
}

/** What decides which leads somebody is asked for. */
export interface PersonChange {
  readonly role: AgentRole;
  readonly teams: readonly string[];
  readonly skills: readonly string[];
  readonly languages: readonly string[];
  readonly regions: readonly string[];
  readonly capacity: number;
}

export interface NewPerson {
  readonly name: string;
  readonly email: string;
  readonly role: AgentRole;
  readonly password: string;
}

/** What the server answers over HTTP. Every method rejects with `ApiError`. */
export interface ConsoleApi extends StudioApi {
  signIn(email: string, password: string): Promise<SignedInAgent>;
  signInByLink(token: string): Promise<SignedInAgent>;
  /** Rejects with 401 when nobody is signed in. */
  currentSession(): Promise<SignedInAgent>;
  signOut(): Promise<void>;
  socketTicket(): Promise<string>;
  /** Latest first, beginning after the row `after`. */
  listConversations(filter: {
    readonly status: 'open' | 'closed';
    readonly limit: number;
    readonly after?: InboxRow | undefined;
  }): Promise<readonly InboxRow[]>;
  search(query: SearchRequest): Promise<SearchPage>;
  /** Sends a file to the visitor, as a message of its own; the same `clientId` again is the same message. */
  sendFile(conversationId: ConversationId, clientId: string, file: File): Promise<void>;
  /** Where a file of a conversation is to be had, with the session's cookie. */
  fileAddress(conversationId: ConversationId, fileId: FileId): string;
  getBundle(conversationId: ConversationId): Promise<Bundle>;
  /** `about`: `score`, `verdict`, `route`, `slot:<key>` or `reply:<message id>`. */
  explain(conversationId: ConversationId, about: string): Promise<Explanation>;
  getAutomation(): Promise<Automation>;
  setAutomation(change: { readonly paused: boolean; readonly reason: string }): Promise<void>;
  listSites(): Promise<readonly Site[]>;
  /** The server makes the key. */
  addSite(site: NewSite): Promise<void>;
  changeSite(id: SiteId, change: SiteChange): Promise<void>;
  listPeople(): Promise<readonly Person[]>;
  addPerson(person: NewPerson): Promise<void>;
  changePerson(id: AgentId, change: PersonChange): Promise<void>;
  listTeams(): Promise<readonly Team[]>;
  saveTeam(team: Team): Promise<void>;
  /** Where a lead with these facts would go; what is left out counts as unknown. */
  dryRunRouting(facts: Partial<RoutingFacts>): Promise<RoutingRecord>;
  listSnippets(): Promise<readonly Snippet[]>;
  addSnippet(content: SnippetContent): Promise<Snippet>;
  changeSnippet(id: SnippetId, content: SnippetContent): Promise<Snippet>;
  removeSnippet(id: SnippetId): Promise<void>;
  listSightings(id: SiteId): Promise<Sightings>;
  getWidget(id: SiteId): Promise<WidgetSettings>;
  /** How often each greeting of the site was shown within the last 30 days. */
  listGreetingCounts(id: SiteId): Promise<readonly GreetingCount[]>;
  /** The widget's own words, which a site may replace. */
  getWidgetTexts(): Promise<WidgetTexts>;
  /** Rejects with `invalid_input`, whose details say what is wrong. */
  saveWidget(id: SiteId, settings: WidgetSettings): Promise<void>;
  getReport(request: ReportRequest): Promise<Report>;
  /** Where the same period is to be had as CSV. */
  exportAddress(request: ReportRequest): string;
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
