/**
 * What happened during a run, one JSON object a line, in the order in which this process saw it. Only plain
 * values, and no word of the product's own types: the checker has to be able to contradict the product.
 */
export type HistoryLine = { readonly t: number } & (
  | {
      readonly type: 'invoke';
      readonly f: 'send';
      readonly proc: string;
      readonly cid: string;
      readonly text: string;
    }
  | {
      readonly type: 'ok';
      readonly f: 'send';
      readonly proc: string;
      readonly cid: string;
      readonly conv: string;
      readonly messageId: string;
      readonly seq: number;
    }
  | {
      readonly type: 'fail';
      readonly f: 'send';
      readonly proc: string;
      readonly cid: string;
      readonly code: string;
    }
  /** A frame that left for the server; a second one with the same `cid` is a retry. */
  | { readonly type: 'info'; readonly f: 'transmit'; readonly proc: string; readonly cid: string }
  /** The reader's messages have changed: `kept` of its `had` messages are what they were, `seen` came after them. */
  | {
      readonly type: 'ok';
      readonly f: 'read';
      readonly proc: string;
      readonly conv: string;
      readonly had: number;
      readonly kept: number;
      readonly seen: readonly SeenMessage[];
    }
  | { readonly type: 'info'; readonly f: 'connection'; readonly proc: string; readonly state: string }
  | {
      readonly type: 'info';
      readonly f: 'server';
      readonly proc: 'server';
      readonly state: 'killed' | 'starting' | 'ready';
    }
);

export interface SeenMessage {
  readonly seq: number;
  readonly messageId: string;
  readonly cid: string | null;
}

/** One row of the database's log, reduced to what the checker judges. */
export interface LogRow {
  readonly conv: string;
  readonly seq: number;
  readonly type: string;
  /** `visitor`, `assistant`, `agent` or `system`. */
  readonly actor: string;
  readonly cid: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Of a message; null for every other event. */
  readonly messageId: string | null;
  readonly text: string | null;
  /** Of a message of the assistant and of a decision: the turn it belongs to. */
  readonly turnId: string | null;
  /** Of a decision: the visitor's messages it deals with, and whether it says anything to them. */
  readonly answers: readonly string[];
  readonly speaks: boolean;
}

/** The whole log as it stood in the database at some moment after `t`. The order of rows within a conversation is that of the database. */
export interface LogSnapshot {
  readonly t: number;
  readonly rows: readonly LogRow[];
}

type Unstamped<T> = T extends unknown ? Omit<T, 't'> : never;
export type RecordLine = (line: Unstamped<HistoryLine>) => void;

/** Collects the lines of one run. */
export class History {
  readonly lines: HistoryLine[] = [];
  private readonly watchers = new Set<(line: HistoryLine) => void>();

  readonly record: RecordLine = (line) => {
    const stamped = { t: Date.now(), ...line } as HistoryLine;
    this.lines.push(stamped);
    for (const watch of this.watchers) watch(stamped);
  };

  /** Resolves with the next line that matches. */
  next(matches: (line: HistoryLine) => boolean): Promise<HistoryLine> {
    return new Promise((resolve) => {
      const watch = (line: HistoryLine) => {
        if (!matches(line)) return;
        this.watchers.delete(watch);
        resolve(line);
      };
      this.watchers.add(watch);
    });
  }

  toJsonLines(): string {
    return this.lines.map((line) => JSON.stringify(line)).join('\n');
  }
}
