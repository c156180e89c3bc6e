/**
 * What happened during a run, one JSON object a line, in the order in which the harness saw it. Only plain
 * values, and no word of the product's own types: the checker has to be able to contradict the product.
 *
 * `proc` is one client (`v012`, `v012.tab2`, `agent1`), `of` the visitor whose conversations are meant (`v012`).
 */
export type HistoryLine = { readonly t: number } & Entry;

export type Entry =
  | SendEntry
  | ReadingEntry
  | ActEntry
  | SurroundingsEntry
  | LookEntry
  /** A request that must be refused, or answered with nothing; `got` is what came. */
  | { readonly f: 'probe'; readonly what: string; readonly expected: string; readonly got: string };

/** A message on its way. */
export type SendEntry =
  | {
      readonly f: 'send';
      readonly type: 'invoke';
      readonly proc: string;
      readonly of: string;
      readonly who: 'visitor' | 'agent';
      readonly cid: string;
      readonly text: string;
      /** Said again on purpose, with other words: the first ones count. */
      readonly again?: true;
    }
  | {
      readonly f: 'send';
      readonly type: 'ok';
      readonly proc: string;
      readonly of: string;
      readonly cid: string;
      readonly conv: string;
      readonly messageId: string;
      readonly seq: number;
    }
  | {
      readonly f: 'send';
      readonly type: 'fail';
      readonly proc: string;
      readonly of: string;
      readonly cid: string;
      readonly code: string;
      /** How many lines waited when this one was refused. */
      readonly waiting: number;
    }
  /** A frame that left for the server; a second one with the same `cid` is a retry. */
  | { readonly f: 'transmit'; readonly proc: string; readonly of: string; readonly cid: string }
  /** The page was closed under it and opened again with the same storage. */
  | { readonly f: 'reload'; readonly proc: string; readonly of: string }
  /** An agent opened the conversation anew and holds nothing of it yet. */
  | { readonly f: 'anew'; readonly proc: string; readonly of: string };

/** What a client was given and what it made of it. */
export type ReadingEntry =
  /** A batch as it came over the wire. `after` is what was asked for; null: it came unasked. */
  | {
      readonly f: 'batch';
      readonly proc: string;
      readonly of: string;
      readonly who: 'visitor' | 'agent';
      readonly conv: string;
      readonly after: number | null;
      readonly from: number;
      readonly to: number;
      readonly events: readonly (readonly [seq: number, id: string])[];
    }
  /** The first piece of a message that is being spoken. */
  | {
      readonly f: 'stream';
      readonly proc: string;
      readonly of: string;
      readonly conv: string;
      readonly messageId: string;
    }
  /** The reader's messages have changed: `kept` of its `had` are what they were, `seen` came after them. */
  | {
      readonly f: 'read';
      readonly proc: string;
      readonly of: string;
      readonly conv: string;
      readonly had: number;
      readonly kept: number;
      readonly seen: readonly (readonly [seq: number, messageId: string])[];
    }
  | {
      readonly f: 'cursor';
      readonly proc: string;
      readonly of: string;
      readonly conv: string;
      readonly at: number;
    }
  /** Everything a reader holds in the end, as a digest; `fresh`: one that has read the log from its start. */
  | {
      readonly f: 'view';
      readonly proc: string;
      readonly of: string;
      readonly who: 'visitor' | 'agent';
      readonly conv: string;
      readonly cursor: number;
      readonly digest: string;
      readonly fresh: boolean;
    }
  | { readonly f: 'connection'; readonly proc: string; readonly state: string };

/** An agent moves a conversation. */
export type ActEntry = {
  readonly f: 'act';
  readonly proc: string;
  readonly conv: string;
  readonly act: 'accept' | 'decline' | 'takeover' | 'return' | 'close';
} & (
  | { readonly type: 'invoke' }
  | { readonly type: 'ok' }
  | { readonly type: 'fail'; readonly code: string }
);

export type SurroundingsEntry =
  | { readonly f: 'run'; readonly seed: number; readonly nodes: number }
  | {
      readonly f: 'node';
      readonly node: string;
      readonly state:
        | 'starting'
        | 'ready'
        | 'killed'
        | 'crashed'
        | 'frozen'
        | 'thawed'
        | 'stopping'
        | 'stopped';
      /** Of `stopped`: the exit code. Of `crashed`: nothing. */
      readonly code?: number | null;
      /** Of `crashed`: the named point. */
      readonly point?: string;
    }
  | { readonly f: 'database'; readonly state: 'killed' | 'ready' }
  | { readonly f: 'fault'; readonly kind: string; readonly on: boolean; readonly detail?: string }
  /** An acknowledgement that the proxy let the server send and the client never get. */
  | { readonly f: 'swallowed'; readonly messageId: string }
  /** A database connection that died between COMMIT and its answer, with the client id it was writing. */
  | { readonly f: 'commit-unknown'; readonly cid: string | null }
  /** Whose turn a dead or frozen node held, and that another holder has taken it since. */
  | { readonly f: 'lease'; readonly conv: string; readonly state: 'held' | 'stolen' }
  /** No fault from here on. */
  | { readonly f: 'healed' }
  /** Something that should have come to rest and has not. */
  | {
      readonly f: 'stuck';
      readonly about: 'handoff' | 'turn' | 'reader' | 'sender' | 'node';
      readonly what: string;
      readonly afterMs: number;
    };

/** What the database held, read past server, client and policies. */
export type LookEntry =
  /** Right after a crash: which of the latest acknowledged lines (`conv/seq/messageId`) are there. */
  | { readonly f: 'look'; readonly asked: readonly string[]; readonly found: readonly string[] }
  /** The conversation has come to rest: up to `head` nobody owes anybody anything. */
  | { readonly f: 'rest'; readonly of: string; readonly conv: string; readonly head: number }
  /** One conversation's whole log. */
  | { readonly f: 'log'; readonly of: string; readonly conv: string; readonly rows: readonly LogRow[] }
  /** Everything about this visitor has been written down; nothing is held back for it any more. */
  | { readonly f: 'retire'; readonly of: string; readonly convs: readonly string[] }
  /** At the very end: what the log of every conversation amounts to now. */
  | { readonly f: 'final'; readonly conv: string; readonly rows: number; readonly digest: string };

/** One row of the database's log, reduced to what the checker judges. */
export interface LogRow {
  readonly seq: number;
  readonly id: string;
  readonly type: string;
  /** `visitor`, `assistant`, `agent` or `system`. */
  readonly actor: string;
  readonly actorId: string | null;
  readonly audience: string;
  readonly epoch: number;
  readonly cid: string | null;
  /** Milliseconds since 1970, by the clock of the node that wrote it. */
  readonly at: number;
  readonly messageId: string | null;
  readonly text: string | null;
  readonly interrupted: boolean;
  /** Of an assistant's message and of a decision. */
  readonly turnId: string | null;
  /** Of a decision: the visitor's messages it deals with, and whether it says anything to them. */
  readonly answers: readonly string[];
  readonly speaks: boolean;
  /** Of a change of owner: `assistant`, `queue`, or the agent's id. */
  readonly owner: string | null;
  readonly ownerEpoch: number | null;
  readonly handoffId: string | null;
  readonly deadlineAt: number | null;
}

export type RecordEntry = (entry: Entry) => void;
