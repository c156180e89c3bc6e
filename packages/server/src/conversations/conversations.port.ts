import type {
  Actor,
  Audience,
  ConversationId,
  ConversationSnapshot,
  EventType,
  LogBatch,
  LogEvent,
  NewEvent,
  WorkspaceId,
} from '@baton/shared-types';
import type { Transaction } from '../database/index.js';
import type { ConversationState, Speech } from './core/conversation-state.js';
import type { BulkProjection, Projection, Reaction } from './reactions.js';

/** `Found`: what `lookUp` finds; without one, nothing. */
export interface AppendRequest<Found = undefined> {
  readonly workspaceId: WorkspaceId;
  readonly conversationId: ConversationId;
  /** Refused with `epoch_stale` unless the conversation is still in this epoch; null where the act is not the assistant's. */
  readonly epoch: number | null;
  /** Refused with `superseded: true` (nothing written) when the visitor has written after this `seq`; null: no matter. */
  readonly unlessVisitorWroteAfter?: number | null;
  /** Written as part of a turn: refused with `LeaseLost` unless this token still holds the turn's lease. */
  readonly lease?: string;
  /** Who sends and the id their client chose; a retry of it gets the first event back and `decide` is not asked. */
  readonly once?: { readonly actor: Actor; readonly clientId: string };
  /** Looks up, under the row's lock, what deciding takes beyond the state: what is kept in step with this log stands still. */
  readonly lookUp?: (tx: Transaction) => Promise<Found>;
  /** Pure: the events to append, given the locked state. Throws a `UserError` to refuse. An empty list appends nothing. */
  readonly decide: (state: ConversationState, found: Found) => readonly NewEvent[];
}

export interface Appended {
  /** The state after the append. */
  readonly state: ConversationState;
  /** What was written, with its places in the log; the stored events when the client id had been seen before. */
  readonly events: readonly LogEvent[];
  /** True when nothing was written because the visitor had written meanwhile. */
  readonly superseded: boolean;
}

/** A conversation's log, all of it or from some place on, and the state it has led to, of the same moment. */
export interface Seen {
  readonly state: ConversationState;
  readonly log: readonly LogEvent[];
}

/** What a fold of a log's events up to `seq` holds. Made and understood by whoever registered that fold. */
export interface Checkpoint {
  /** Which fold, and which form of it. */
  readonly fold: number;
  readonly seq: number;
  /** JSON. */
  readonly held: unknown;
}

/** As `Seen`, without the events that are in the checkpoint. */
export interface SeenRecently extends Seen {
  /** Null: `log` begins with the first event. */
  readonly checkpoint: Checkpoint | null;
}

/** Takes a turn. `lease` is the token that every write of the turn has to carry; `seen` is of when it was taken. */
export type TurnRun = (
  workspaceId: WorkspaceId,
  conversationId: ConversationId,
  lease: string,
  seen: SeenRecently,
) => Promise<number>;

/** Under which conditions text of a message in progress may be recorded. */
export type ReleaseFence = Pick<AppendRequest, 'lease' | 'unlessVisitorWroteAfter'>;

/**
 * The log of conversations: the one way to read and write it. An append locks the row, decides, writes the
 * events at the next `seq`s, runs projections and reactions, and commits; only then does anybody hear of it. Appends
 * of a workspace that come at the same time share one transaction (`append-lanes.service`).
 * When an append changes the owner while the assistant is speaking, the released prefix is written first,
 * marked as interrupted.
 */
export interface Conversations {
  append<Found = undefined>(request: AppendRequest<Found>): Promise<Appended>;
  /** All events after `after`, for a reader of that audience (`internal` reads everything). Pages of 500. */
  readBatch(
    workspaceId: WorkspaceId,
    conversationId: ConversationId,
    after: number,
    audience: Audience,
  ): Promise<LogBatch>;
  /** The whole log, in order. */
  readLog(workspaceId: WorkspaceId, conversationId: ConversationId): Promise<readonly LogEvent[]>;
  /** The state, and the log: all of it, or what comes after a `seq`. */
  read(workspaceId: WorkspaceId, conversationId: ConversationId, after?: number): Promise<Seen>;
  /** Keeps what the log amounts to up to a `seq`, for the turns to come. It can be made again at any time. */
  keepCheckpoint(
    workspaceId: WorkspaceId,
    conversationId: ConversationId,
    checkpoint: Checkpoint,
  ): Promise<void>;
  snapshot(workspaceId: WorkspaceId, conversationId: ConversationId): Promise<ConversationSnapshot>;
  getState(workspaceId: WorkspaceId, conversationId: ConversationId): Promise<ConversationState>;
  /** The `seq` of the last event of each of these conversations that exists. */
  listHeads(
    workspaceId: WorkspaceId,
    conversationIds: readonly ConversationId[],
  ): Promise<ReadonlyMap<ConversationId, number>>;
  /**
   * Records text of a message in progress before the visitor sees it. False when the epoch is stale (a person took
   * over) or, for the first release of a message, when the visitor has written after `unlessVisitorWroteAfter`: stop speaking.
   */
  release(
    workspaceId: WorkspaceId,
    conversationId: ConversationId,
    speech: Speech,
    fence?: ReleaseFence,
  ): Promise<boolean>;
  /** Registered at start-up by the features that react. */
  onEvent<T extends EventType>(type: T, reaction: Reaction<T>): void;
  addProjection(projection: Projection): void;
  addBulkProjection(projection: BulkProjection): void;
  /**
   * Registers who takes the assistant's turns. Called while this node holds the turn's lease, which is renewed
   * until the promise settles; resolves with the `seq` of the last visitor message the turn has dealt with.
   * A turn that rejects stays due. It is tried again after a rest that grows to a minute, or when the visitor writes.
   * A node that slept past its lease finds its writes refused as soon as another one has taken the turn.
   * Of a log that has a checkpoint of this `fold`, the turn is shown what comes after it; without one, the whole log.
   */
  onTurnDue(run: TurnRun, fold?: number): void;
}

export const CONVERSATIONS = Symbol('Conversations');
