import type {
  AgentCommands,
  AgentId,
  AlreadySaid,
  CardLine,
  ConversationId,
  ConversationView,
  Disposition,
  InboxRow,
  MessageAccepted,
  MessageId,
  PresenceState,
  QueuePlace,
  Score,
  SessionOpened,
  SignedInAgent,
  SlotKey,
  VisitorMessageKind,
  WireError,
} from '@baton/shared-types';
import type { ReadonlySignal } from '@preact/signals-core';

/** Where the connection stands. `stopped` is final: the server refused us for good. */
export type ConnectionState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'connecting' }
  | { readonly kind: 'online' }
  /** Lost; the next attempt is at `retryAt` (epoch milliseconds, the client's own clock). */
  | { readonly kind: 'waiting'; readonly retryAt: number; readonly attempt: number }
  | { readonly kind: 'stopped'; readonly error: WireError };

/** A message that the server has not acknowledged yet. */
export interface PendingMessage {
  readonly clientId: string;
  readonly text: string;
  readonly kind: VisitorMessageKind;
  /** `queued` waits for a connection, `sent` waits for the acknowledgement, `failed` was refused for good. */
  readonly state: 'queued' | 'sent' | 'failed';
  readonly error: WireError | null;
  /** Present when it could not be stored: it is lost if this page closes before it is acknowledged. */
  readonly unsaved?: true;
}

/** Text of a message that is being spoken. Replaced by the final message of the same id. */
export interface StreamingMessage {
  readonly messageId: MessageId;
  readonly text: string;
}

export interface PeerTyping {
  readonly who: 'visitor' | 'agent' | 'assistant';
  readonly name: string | null;
}

/** One conversation as its reader sees it; `view` and `cursor` always belong together. */
export interface ConversationReplica {
  readonly view: ReadonlySignal<ConversationView | null>;
  readonly cursor: ReadonlySignal<number>;
  readonly streaming: ReadonlySignal<StreamingMessage | null>;
  readonly peerTyping: ReadonlySignal<PeerTyping | null>;
  /** Messages on their way, oldest first; gone from here once they stand in `view`. */
  readonly pending: ReadonlySignal<readonly PendingMessage[]>;
}

/** Keeps strings; may throw or lose everything: the client survives both. */
export interface KeyValueStore {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  /** Calls back with the key (null: any) that another tab has changed; returns a disposer. Absent: no other tabs. */
  onChange?(run: (key: string | null) => void): () => void;
}

/** What the client needs of its surroundings. Browser code passes the DOM's, tests pass their own. */
export interface ClientEnvironment {
  readonly storage: KeyValueStore;
  now(): number;
  /** 0 ≤ x < 1 */
  random(): number;
  newClientId(): string;
  setTimer(run: () => void, ms: number): () => void;
  /** Calls back when the device says that it is online again or the page is shown; returns a disposer. */
  onWake(run: () => void): () => void;
  page(): { readonly url: string; readonly title: string; readonly referrer: string };
  locale(): string;
  timeZone(): string;
}

export interface VisitorClientOptions {
  /** Origin of the Baton server, e.g. `https://chat.example.com`. */
  readonly serverUrl: string;
  readonly siteKey: string;
  readonly environment: ClientEnvironment;
}

/** The visitor's side. Survives reloads, reconnects, a killed server and a second tab. */
export interface VisitorClient extends ConversationReplica {
  readonly connection: ReadonlySignal<ConnectionState>;
  readonly session: ReadonlySignal<SessionOpened | null>;
  /** Where the visitor stands in the queue, as the server said last; null: they do not wait. */
  readonly place: ReadonlySignal<QueuePlace | null>;
  /** Opens the connection; idempotent. */
  connect(): void;
  /** Persists, shows as pending and sends; resolves with the acknowledgement. Refuses empty and too long text. */
  send(text: string, kind?: VisitorMessageKind): Promise<MessageAccepted>;
  /** Tries a failed message again. */
  retry(clientId: string): void;
  /** Gives up a failed message. */
  discard(clientId: string): void;
  setTyping(on: boolean): void;
  closeConversation(): Promise<void>;
  /**
   * Becomes the user whom a signed token names (a JWT of the customer's server). The connection begins anew; a token
   * that the server refuses stops it with `identity_refused`, and another call tries again.
   */
  identify(token: string): void;
  /** Forgets the visitor in every tab: token, conversation, and what was queued. The next one is a new visitor. */
  logout(): void;
  /**
   * Answers the question for consent that `session` carries. Until it is granted nothing is sent of what is written;
   * a refusal throws it away. Resolves once it is recorded.
   */
  setConsent(granted: boolean): Promise<void>;
  rate(score: Score, comment: string | null): Promise<void>;
  readCard(): Promise<readonly CardLine[]>;
  /** Rejects with `invalid_input` when no such value can be read from the text. */
  correctCard(key: SlotKey, text: string): Promise<void>;
  withdrawFromCard(key: SlotKey): Promise<void>;
  /** Closes the connection and releases every listener; what is queued stays in storage. */
  destroy(): void;
}

export interface AgentClientOptions {
  readonly serverUrl: string;
  /**
   * Fetches a single-use ticket with the session cookie. Rejects with a `CommandError` (`session_invalid`) when
   * the session has ended, which stops the client; any other rejection is the network and is tried again.
   */
  readonly fetchTicket: () => Promise<string>;
  readonly environment: ClientEnvironment;
}

/** Acts that are only recorded, or that change hands by more than a click. */
export type ConversationAct =
  | 'conversation.return'
  | 'conversation.transfer'
  | 'conversation.barge_in'
  | 'conversation.reroute'
  | 'note.add'
  | 'slot.correct'
  | 'lead.reclassify'
  | 'automation.set';

/** What an act says, without what the client adds by itself. */
export type ActPayload<N extends ConversationAct> = Omit<
  AgentCommands[N]['payload'],
  'conversationId' | 'clientId'
>;

/** A conversation that an agent has open. */
export interface AgentConversation extends ConversationReplica {
  readonly conversationId: ConversationId;
  send(text: string): Promise<MessageAccepted>;
  retry(clientId: string): void;
  discard(clientId: string): void;
  setTyping(on: boolean): void;
  /** Rejects with `handoff_taken` when a colleague was faster. */
  accept(): Promise<void>;
  decline(): Promise<void>;
  takeOver(): Promise<void>;
  returnToAssistant(): Promise<void>;
  close(disposition?: Disposition): Promise<void>;
  /** Any other act on this conversation; resolves once it is stored. The client id makes a repetition harmless. */
  perform<N extends ConversationAct>(name: N, payload: ActPayload<N>): Promise<void>;
  /** What a draft asks for that the visitor has already said. */
  checkDraft(text: string): Promise<readonly AlreadySaid[]>;
  /** Colleagues who have it open too. */
  readonly viewers: ReadonlySignal<readonly { readonly id: AgentId; readonly name: string }[]>;
  /** Stops following it. */
  leave(): void;
}

/** The agent's side. */
export interface AgentClient {
  readonly connection: ReadonlySignal<ConnectionState>;
  readonly agent: ReadonlySignal<SignedInAgent | null>;
  readonly inbox: ReadonlySignal<ReadonlyMap<ConversationId, InboxRow>>;
  readonly presence: ReadonlySignal<PresenceState>;
  connect(): void;
  setPresence(state: PresenceState): Promise<void>;
  open(conversationId: ConversationId): AgentConversation;
  /** Whom a conversation could be passed on to. */
  colleagues(): Promise<AgentCommands['colleagues.list']['result']>;
  /** The signed-in agent's id, once known. */
  agentId(): AgentId | null;
  destroy(): void;
}

/** What a rejected command carries. */
export class CommandError extends Error {
  constructor(readonly wire: WireError) {
    super(wire.message);
    this.name = 'CommandError';
  }
}
