import type { AgentRole, PresenceState } from './actors.js';
import type { ConversationView } from './conversation-view.js';
import type { Intent, Tier, Verdict } from './decisions.js';
import type { WireError } from './errors.js';
import type { LogBatch, PageContext, Score, VisitorMessageKind } from './events.js';
import type { FileRules } from './files.js';
import type { AgentId, ConversationId, MessageId, VisitorId } from './ids.js';
import type { InboxRow } from './inbox.js';
import type { AlreadySaid, Disposition } from './overrides.js';
import type { CardLine, QuestionInput } from './questions.js';
import type { Colleague, QueuePlace, RouteTarget, Team } from './routing.js';
import type { SlotKey, SlotValue } from './slots.js';
import type { ConsentAsked } from './widget-settings.js';
import type { WidgetTextKey } from './widget-texts.js';

/** Names of the commands a visitor's client may send. */
export const VISITOR_COMMAND = {
  openSession: 'session.open',
  logOut: 'session.logout',
  sendMessage: 'message.send',
  readLog: 'log.read',
  setTyping: 'typing.set',
  closeConversation: 'conversation.close',
  rateConversation: 'conversation.rate',
  readCard: 'card.read',
  correctCard: 'card.correct',
  withdrawFromCard: 'card.withdraw',
  setConsent: 'consent.set',
} as const;

/** Names of the commands an agent's client may send. */
export const AGENT_COMMAND = {
  openConsole: 'console.open',
  setPresence: 'presence.set',
  openConversation: 'conversation.open',
  leaveConversation: 'conversation.leave',
  readLog: 'log.read',
  sendMessage: 'message.send',
  setTyping: 'typing.set',
  acceptHandoff: 'handoff.accept',
  declineHandoff: 'handoff.decline',
  takeOver: 'conversation.takeover',
  returnToAssistant: 'conversation.return',
  closeConversation: 'conversation.close',
  listColleagues: 'colleagues.list',
  transfer: 'conversation.transfer',
  bargeIn: 'conversation.barge_in',
  reroute: 'conversation.reroute',
  addNote: 'note.add',
  correctSlot: 'slot.correct',
  reclassify: 'lead.reclassify',
  setAutomation: 'automation.set',
  checkDraft: 'draft.check',
} as const;

/** What the visitor's client presents in the socket handshake. Never in a URL. */
export interface VisitorHandshake {
  readonly protocol: number;
  readonly siteKey: string;
  /** The visitor token from an earlier session, if there is one. */
  readonly token: string | null;
}

/** What the agent's client presents: a single-use ticket fetched over HTTP with the session cookie. */
export interface AgentHandshake {
  readonly protocol: number;
  readonly ticket: string;
}

export interface SessionOpened {
  readonly visitorId: VisitorId;
  /** To be kept by the client and presented in the next handshake. Another one than was presented: that one is void. */
  readonly token: string;
  /** Whether this session belongs to somebody whose identity is signed. */
  readonly verified?: boolean;
  /** The visitor's open conversation, or else their latest one, and the `seq` of its last event. Null: none yet. */
  readonly conversation: { readonly id: ConversationId; readonly head: number } | null;
  /** Where they stand in the queue; null: they do not wait. */
  readonly place?: QueuePlace | null;
  /** Absent: this site asks for none. Until `granted` is true nothing that the visitor writes is taken. */
  readonly consent?: ConsentAsked;
  /** Absent: a person is there. Else when the first of them is back, ISO 8601; null: not known. */
  readonly away?: { readonly backAt: string | null };
  readonly site: SiteAppearance;
}

/** What the widget shows before the first message; from the playbook and the site. */
export interface SiteAppearance {
  readonly companyName: string;
  readonly assistantName: string;
  readonly greeting: string;
  readonly disclosure: string;
  readonly starters: readonly string[];
  /** What this site says in place of the widget's own words, in the visitor's language. Absent: nothing. */
  readonly texts?: { readonly [K in WidgetTextKey]?: string };
  /** How the question about a slot may be answered beside free text. Slots that are not listed: by text. */
  readonly inputs?: Readonly<Record<SlotKey, QuestionInput>>;
  readonly files?: FileRules;
}

/** `seq` and ids of a stored message. Sent only after COMMIT; the same answer for every retry. */
export interface MessageAccepted {
  readonly conversationId: ConversationId;
  readonly messageId: MessageId;
  readonly seq: number;
}

export interface VisitorCommands {
  readonly 'session.open': {
    readonly payload: {
      readonly page: PageContext;
      readonly locale: string;
      readonly timeZone: string;
      /** A JWT by which the customer's server says who the visitor is. Refused as a whole when anything is wrong with it. */
      readonly identity?: string | undefined;
    };
    readonly result: SessionOpened;
  };
  /** Ends the session in every tab of this browser. The next session is a new visitor's. */
  readonly 'session.logout': { readonly payload: Record<string, never>; readonly result: null };
  readonly 'message.send': {
    readonly payload: { readonly clientId: string; readonly text: string; readonly kind: VisitorMessageKind };
    readonly result: MessageAccepted;
  };
  /** `after` is the cursor; a cursor beyond the head answers `reset: true` and the log from the start. */
  readonly 'log.read': {
    readonly payload: { readonly after: number };
    readonly result: { readonly batch: LogBatch | null; readonly reset: boolean };
  };
  readonly 'typing.set': { readonly payload: { readonly on: boolean }; readonly result: null };
  /** The visitor agrees to the question of that version, or does not. Refused when the question is another one by now. */
  readonly 'consent.set': {
    readonly payload: { readonly version: string; readonly granted: boolean };
    readonly result: null;
  };
  readonly 'conversation.close': {
    readonly payload: { readonly clientId: string };
    readonly result: { readonly seq: number };
  };
  /** Also after the end of the conversation; a later rating takes the place of an earlier one. */
  readonly 'conversation.rate': {
    readonly payload: { readonly clientId: string; readonly score: Score; readonly comment: string | null };
    readonly result: { readonly seq: number };
  };
  /** What we have noted about the visitor, in the playbook's order; only slots that something is known of. */
  readonly 'card.read': {
    readonly payload: Record<string, never>;
    readonly result: { readonly lines: readonly CardLine[] };
  };
  /** The visitor's words become a message of theirs and the proof of the new value. Refused when nothing can be read from them. */
  readonly 'card.correct': {
    readonly payload: { readonly clientId: string; readonly key: SlotKey; readonly text: string };
    readonly result: { readonly seq: number };
  };
  /** Empties a slot, also after the end of the conversation. What was said stays in the log. */
  readonly 'card.withdraw': {
    readonly payload: { readonly clientId: string; readonly key: SlotKey };
    readonly result: { readonly seq: number };
  };
}

/** A conversation's view with the cursor it stands at, read in one snapshot. */
export interface ConversationSnapshot {
  readonly view: ConversationView;
  readonly cursor: number;
}

export interface SignedInAgent {
  readonly id: AgentId;
  readonly name: string;
  readonly email: string;
  readonly role: AgentRole;
  readonly presence: PresenceState;
  /** Why they are away or offline, in their own words. */
  readonly presenceReason?: string | null;
  readonly workspaceName: string;
}

interface OnConversation {
  readonly conversationId: ConversationId;
}
interface OnceOnConversation extends OnConversation {
  readonly clientId: string;
}

export interface AgentCommands {
  readonly 'console.open': {
    readonly payload: Record<string, never>;
    readonly result: { readonly agent: SignedInAgent; readonly inbox: readonly InboxRow[] };
  };
  readonly 'presence.set': {
    readonly payload: { readonly state: PresenceState; readonly reason?: string | null | undefined };
    readonly result: { readonly state: PresenceState };
  };
  readonly 'conversation.open': { readonly payload: OnConversation; readonly result: ConversationSnapshot };
  readonly 'conversation.leave': { readonly payload: OnConversation; readonly result: null };
  readonly 'log.read': {
    readonly payload: OnConversation & { readonly after: number };
    readonly result: { readonly batch: LogBatch | null; readonly reset: boolean };
  };
  readonly 'message.send': {
    readonly payload: OnceOnConversation & { readonly text: string };
    readonly result: MessageAccepted;
  };
  readonly 'typing.set': {
    readonly payload: OnConversation & { readonly on: boolean };
    readonly result: null;
  };
  readonly 'handoff.accept': {
    readonly payload: OnceOnConversation;
    readonly result: { readonly seq: number; readonly epoch: number };
  };
  readonly 'handoff.decline': {
    readonly payload: OnceOnConversation & { readonly reason?: string | undefined };
    readonly result: { readonly seq: number };
  };
  readonly 'conversation.takeover': {
    readonly payload: OnceOnConversation;
    readonly result: { readonly seq: number; readonly epoch: number };
  };
  /** Back to the assistant: `summary` says what was agreed, `instructions` what it should do now. */
  readonly 'conversation.return': {
    readonly payload: OnceOnConversation & {
      readonly summary?: string | undefined;
      readonly instructions?: string | undefined;
    };
    readonly result: { readonly seq: number; readonly epoch: number };
  };
  readonly 'conversation.close': {
    readonly payload: OnceOnConversation & { readonly disposition?: Disposition | undefined };
    readonly result: { readonly seq: number };
  };
  /** Whom a conversation could be passed on to. */
  readonly 'colleagues.list': {
    readonly payload: Record<string, never>;
    readonly result: { readonly colleagues: readonly Colleague[]; readonly teams: readonly Team[] };
  };
  /** The owner passes it on, with a note for whoever takes it. */
  readonly 'conversation.transfer': {
    readonly payload: OnceOnConversation & { readonly to: RouteTo; readonly note: string };
    readonly result: { readonly seq: number; readonly epoch: number };
  };
  /** A supervisor takes it from the colleague who has it. */
  readonly 'conversation.barge_in': {
    readonly payload: OnceOnConversation & { readonly reason: string };
    readonly result: { readonly seq: number; readonly epoch: number };
  };
  /** Sends what waits, or what the assistant has, to an agent or a team. */
  readonly 'conversation.reroute': {
    readonly payload: OnceOnConversation & { readonly to: RouteTo; readonly reason: string };
    readonly result: { readonly seq: number; readonly epoch: number };
  };
  /** For colleagues; the visitor never sees it. */
  readonly 'note.add': {
    readonly payload: OnceOnConversation & { readonly text: string };
    readonly result: { readonly seq: number };
  };
  /** `value` null withdraws it. `evidence` marks the visitor's words that prove it; code checks that they stand there. */
  readonly 'slot.correct': {
    readonly payload: OnceOnConversation & {
      readonly key: SlotKey;
      readonly value: SlotValue | null;
      readonly evidence?:
        | { readonly messageId: MessageId; readonly start: number; readonly end: number }
        | undefined;
      readonly reason: string;
    };
    readonly result: { readonly seq: number };
  };
  /** What is left out stays as it is. */
  readonly 'lead.reclassify': {
    readonly payload: OnceOnConversation & {
      readonly verdict?: Verdict | undefined;
      readonly tier?: Tier | undefined;
      readonly intents?: readonly Intent[] | undefined;
      readonly reason: string;
    };
    readonly result: { readonly seq: number };
  };
  /** Switches the assistant off or on in this conversation. */
  readonly 'automation.set': {
    readonly payload: OnceOnConversation & { readonly paused: boolean; readonly reason: string };
    readonly result: { readonly seq: number };
  };
  /** What a draft asks for that the visitor has already said. */
  readonly 'draft.check': {
    readonly payload: OnConversation & { readonly text: string };
    readonly result: { readonly alreadySaid: readonly AlreadySaid[] };
  };
}

/** A target as a client names it; the server knows its name. */
export type RouteTo =
  | Pick<Extract<RouteTarget, { readonly kind: 'agent' }>, 'kind' | 'id'>
  | Pick<Extract<RouteTarget, { readonly kind: 'team' }>, 'kind' | 'key'>;

/** The acknowledgement of every command. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: WireError };
