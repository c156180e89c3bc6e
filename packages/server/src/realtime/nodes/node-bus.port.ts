import type { AgentId, ConversationId, Notices, VisitorId, WorkspaceId } from '@baton/shared-types';

/** Whose sockets a notice is for. */
export type Readers = 'visitor' | 'agent';

/** A notice that no log repeats: typing and streams. */
export type EphemeralNotice = {
  [N in 'stream.start' | 'stream.delta' | 'stream.end' | 'typing.changed']: {
    readonly name: N;
    readonly payload: Notices[N];
  };
}['stream.start' | 'stream.delta' | 'stream.end' | 'typing.changed'];

/** Something was committed in `(from, to]`; whoever shows that conversation reads it from the log. */
export interface CommitHint {
  readonly kind: 'committed';
  readonly workspaceId: WorkspaceId;
  readonly conversationId: ConversationId;
  readonly visitorId: VisitorId;
  readonly from: number;
  readonly to: number;
  /** The conversation began with it: the visitor's other connections follow it from now on. */
  readonly begun: boolean;
}

export type Viewer = Notices['viewers.changed']['viewers'][number];

/** Who has a conversation open on the node that says so; nobody: an empty list. */
export interface ViewersHint {
  readonly kind: 'viewers';
  readonly node: string;
  readonly conversationId: ConversationId;
  readonly viewers: readonly Viewer[];
}

/** What one node tells the others. Every message is a hint: it may be lost, doubled or late. */
export type NodeMessage =
  | CommitHint
  | ViewersHint
  | {
      readonly kind: 'notice';
      readonly conversationId: ConversationId;
      readonly readers: readonly Readers[];
      readonly notice: EphemeralNotice;
    }
  /** The session behind this hash has ended. The hash opens nothing. */
  | { readonly kind: 'signed_out'; readonly sessionHash: string }
  /** An agent has come, gone or paused; what they are now stands in the database. */
  | { readonly kind: 'presence'; readonly workspaceId: WorkspaceId; readonly agentId: AgentId };

/** Connects the nodes of one deployment. PostgreSQL holds the truth; this only saves the others from asking. */
export interface NodeBus {
  /** Tells every other node, soon and at most once. Never throws and never waits. */
  publish(message: NodeMessage): void;
  /** Messages of other nodes, never one's own. */
  subscribe(hear: (message: NodeMessage) => void): void;
  /** Calls back when messages may have been missed: look for yourself. */
  onGap(run: () => void): void;
  /** Whether messages leave and arrive at the moment, as far as this node can tell. */
  isConnected(): boolean;
  /** Resolves once connected, or when the first attempt has failed: it goes on trying by itself. */
  start(): Promise<void>;
  /** Sends what waits, then leaves. */
  stop(): Promise<void>;
}

export const NODE_BUS = Symbol('NodeBus');
