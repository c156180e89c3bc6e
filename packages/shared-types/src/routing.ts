import type { HandoffReason, Intent, Tier, Verdict } from './decisions.js';
import type { AgentId, HandoffId } from './ids.js';

/** The key of a team, as routing rules name it. */
export type TeamKey = string;

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Clock times `HH:MM` of one day, `from` before `to`; `24:00` ends the day. */
export interface DayInterval {
  readonly from: string;
  readonly to: string;
}

/** When people work, by the clock of `timeZone` (IANA). A day may have several intervals; a holiday replaces its weekday. */
export interface BusinessHours {
  readonly timeZone: string;
  readonly week: { readonly [D in Weekday]?: readonly DayInterval[] | undefined };
  readonly holidays: readonly Holiday[];
}
export interface Holiday {
  /** ISO date. */
  readonly on: string;
  readonly name: string;
  /** Empty: closed all day. */
  readonly intervals: readonly DayInterval[];
}

/** How one of several eligible agents is chosen. `sticky`: whoever the visitor spoke to last, while available; else the least busy. */
export type ChoiceRule = 'least_busy' | 'longest_idle' | 'sticky';

export interface Team {
  readonly key: TeamKey;
  readonly name: string;
  readonly choose: ChoiceRule;
  /** Null: always open. */
  readonly hours: BusinessHours | null;
}

export type RoutePriority = 'urgent' | 'high' | 'normal' | 'low';

/** Whom an offer goes to, in the order in which a handoff climbs; the last resort is taking contact details. */
export const RUNGS = ['agent', 'team', 'wider', 'supervisor'] as const;
export type Rung = (typeof RUNGS)[number];

/** One step of the ladder: how long its offer stands, and how many agents are tried one after the other. */
export interface LadderStep {
  readonly rung: Rung;
  readonly seconds: number;
  /** Of rung `agent` only; 1 elsewhere. */
  readonly tries?: number | undefined;
}

/** Where a rule sends a lead. */
export interface RoutingDestination {
  /** Null: everybody. */
  readonly team: TeamKey | null;
  /** All of them are needed. */
  readonly skills: readonly string[];
  readonly priority: RoutePriority;
  /** Replaces the seconds of the ladder's first step. */
  readonly deadlineSeconds?: number | undefined;
  /** Teams asked on rung `wider`; none: everybody. */
  readonly fallback: readonly TeamKey[];
  /** The account's owner is asked first, when there is one and they are available. */
  readonly ownerFirst?: boolean | undefined;
  /** One sentence for people. */
  readonly because: string;
}

/** The first rule whose CEL condition holds decides; see the README of `handoff` for the facts it may speak about. */
export interface RoutingRule extends RoutingDestination {
  readonly id: string;
  readonly when: string;
}

/** A playbook's section `routing`. */
export interface PlaybookRouting {
  readonly ladder: readonly LadderStep[];
  /** How long an agent who has accepted may take to write before the chat is offered to others. */
  readonly firstReplySeconds: number;
  /** How soon, within working hours, a visitor who left contact details hears from a person. */
  readonly promiseMinutes: number;
  readonly rules: readonly RoutingRule[];
  readonly default: RoutingDestination;
}

/** What a routing rule may speak about, as it stood. Text facts are empty when nothing is known. */
export interface RoutingFacts {
  readonly reason: HandoffReason | '';
  readonly verdict: Exclude<Verdict, null> | '';
  readonly tier: Tier | '';
  readonly score: number;
  readonly intents: readonly Intent[];
  /** Slots with a value in force. */
  readonly known: readonly string[];
  /** Values in force as English words, by slot key. */
  readonly slots: Readonly<Record<string, string>>;
  readonly team_size: number | null;
  readonly urgency: 'low' | 'normal' | 'high';
  readonly sentiment: 'negative' | 'neutral' | 'positive';
  readonly language: string;
  /** ISO 3166 alpha-2, from the slot of that kind. */
  readonly country: string;
  /** Path of the page on which the conversation began. */
  readonly page: string;
  /** Campaign source, else the referring host, else `direct`. */
  readonly source: string;
  readonly campaign: string;
  readonly site: string;
  /** From the list of accounts, by a business e-mail's domain: `customer`, `prospect`, `partner`, or empty. */
  readonly customer_status: string;
  /** E-mail of the agent who owns the account. */
  readonly account_owner: string;
  /** Teams that are within their hours now. */
  readonly open_teams: readonly TeamKey[];
}

/** Why somebody could not be offered a lead. */
export type Ineligible =
  | 'not_in_team'
  | 'lacks_skill'
  | 'lacks_language'
  | 'other_region'
  | 'away'
  | 'offline'
  | 'outside_hours'
  | 'at_capacity'
  | 'already_asked'
  | 'declined';

export interface Candidate {
  readonly agentId: AgentId;
  readonly name: string;
  /** Empty: eligible. */
  readonly because: readonly Ineligible[];
  readonly load: number;
  readonly capacity: number;
}

/** One choice of the router: from what facts, by which rule, who could be asked and who not and why. */
export interface RoutingRecord {
  readonly playbook: { readonly version: number; readonly hash: string };
  readonly facts: RoutingFacts;
  /** `default` when no rule matched, `legacy` for a playbook without routing, `directed` when a person chose. */
  readonly rule: { readonly id: string; readonly because: string };
  /** Whom or what a person sent it to, by name; absent where nobody did, and from records of builds that did not say. */
  readonly directedTo?: string;
  readonly destination: RoutingDestination;
  readonly rung: Rung | 'capture';
  readonly chose: ChoiceRule | null;
  readonly candidates: readonly Candidate[];
  readonly offeredTo: readonly AgentId[];
  /** Sentences for people, in order. */
  readonly explanation: readonly string[];
  /** ISO 8601 UTC. */
  readonly at: string;
  /** SHA-256 over the canonical JSON (RFC 8785) of all the fields above. */
  readonly hash: string;
}

/** Where a person sends a conversation. */
export type RouteTarget =
  | { readonly kind: 'agent'; readonly id: AgentId; readonly name: string }
  | { readonly kind: 'team'; readonly key: TeamKey; readonly name: string };

/** A colleague as agents see each other. */
export interface Colleague {
  readonly id: AgentId;
  readonly name: string;
  readonly role: 'agent' | 'supervisor' | 'admin';
  readonly state: 'available' | 'away' | 'offline';
  readonly reason: string | null;
  readonly teams: readonly TeamKey[];
  readonly skills: readonly string[];
  readonly languages: readonly string[];
  /** Live chats now, and the most they take. */
  readonly load: number;
  readonly capacity: number;
}

/** Where a waiting visitor stands. */
export interface QueuePlace {
  readonly handoffId: HandoffId;
  /** 1 is next; null while nobody can be asked: then a promise or a contact is what they have. */
  readonly position: number | null;
  /** Seconds, from how long others have waited lately; null: not known, and then nothing is claimed. */
  readonly waitSeconds: number | null;
  /** When somebody will be in touch at the latest, once contact details are being taken. */
  readonly promisedBy: string | null;
  /** How many people of the company are there. */
  readonly peopleThere: number;
}
