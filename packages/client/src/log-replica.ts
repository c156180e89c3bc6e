import {
  type ConversationId,
  type ConversationView,
  emptyView,
  type LogBatch,
  type LogEvent,
  type Reply,
  type VisitorCommands,
} from '@baton/shared-types';
import { batch as atOnce, type ReadonlySignal, signal } from '@preact/signals-core';
import { backOff } from './back-off.js';
import type { ClientEnvironment } from './contract.js';
import { isRetryable } from './refusal.js';

/** The batch of an acknowledged event follows its acknowledgement; if not by then, the log is read. */
const PATIENCE_MS = 1_000;

/** The answer to `log.read`. */
export type LogPage = VisitorCommands['log.read']['result'];

export interface LogReplicaOptions {
  readonly environment: ClientEnvironment;
  /** The fold of the events that this reader may see. */
  readonly apply: (view: ConversationView, event: LogEvent) => ConversationView;
  /** Reads a page of the log. Never rejects. */
  read(after: number): Promise<Reply<LogPage>>;
  /** After every change of the view. */
  advanced(view: ConversationView, cursor: number): void;
}

export interface LogReplica {
  readonly view: ReadonlySignal<ConversationView | null>;
  readonly cursor: ReadonlySignal<number>;
  /** A batch from the server: applied if it fits, trimmed if it overlaps, and a reason to read if there is a gap. */
  receive(batch: LogBatch): void;
  /** The server's last `seq` of a conversation: whoever is behind reads. */
  head(conversationId: ConversationId, head: number): void;
  /**
   * As `head`, after a moment, because the batch is probably on its way. Resolves once the log has been read as
   * far as that: what is not in the view then belongs to an earlier conversation.
   */
  expect(conversationId: ConversationId, seq: number): Promise<void>;
  /** Puts another view in place of what is there; null: none. */
  set(view: ConversationView | null, cursor: number): void;
  /** Reads until `upTo`, or until nothing new comes. Resolves after the first try; a failed one is repeated. */
  repair(upTo?: number): Promise<void>;
  destroy(): void;
}

/** A fold of the log with its cursor. It converges from any mixture of lost, doubled and reordered batches. */
export function createLogReplica(options: LogReplicaOptions): LogReplica {
  const { environment } = options;
  const view = signal<ConversationView | null>(null);
  const cursor = signal(0);
  let target = 0;
  let wanted = false;
  let fromStart = false;
  let running: Promise<void> | null = null;
  let attempt = 0;
  let closed = false;
  let cancelRetry = (): void => undefined;
  const waiting = new Set<() => void>();

  function set(next: ConversationView | null, at: number): void {
    atOnce(() => {
      view.value = next;
      cursor.value = at;
    });
    if (next) options.advanced(next, at);
  }

  function isForeign(conversationId: ConversationId): boolean {
    const current = view.peek();
    return current !== null && current.conversationId !== conversationId;
  }

  /** Expects a batch of this conversation that begins at or before the cursor. */
  function apply(batch: LogBatch): void {
    const at = cursor.peek();
    if (batch.to <= at) return;
    const events = batch.events.filter((event) => event.seq > at);
    set(events.reduce(options.apply, view.peek() ?? emptyView(batch.conversationId)), batch.to);
  }

  /** True when the page brought us further, or back to the start. */
  function take({ batch, reset }: LogPage): boolean {
    const before = cursor.peek();
    if (reset || (batch && isForeign(batch.conversationId))) {
      // A new conversation has begun, or the server has lost its end: ours is not the truth any more.
      target = Number.POSITIVE_INFINITY;
      atOnce(() => {
        set(null, 0);
        if (batch?.from === 0) apply(batch);
      });
      return before > 0;
    }
    if (batch && batch.from <= before) apply(batch);
    return cursor.peek() > before;
  }

  async function readOn(): Promise<void> {
    let complete = true;
    while (wanted) {
      wanted = false;
      const first = fromStart;
      fromStart = false;
      const reply = await options.read(first ? 0 : cursor.peek());
      if (!reply.ok) {
        complete = false;
        fromStart ||= first;
        if (isRetryable(reply.error)) retryLater();
        break;
      }
      attempt = 0;
      const moved = take(reply.value);
      wanted = cursor.peek() < target && (moved || wanted);
    }
    wanted = false;
    target = 0;
    running = null;
    if (!complete) return;
    for (const resolve of waiting) resolve();
    waiting.clear();
  }

  function repair(upTo = Number.POSITIVE_INFINITY): Promise<void> {
    cancelRetry();
    target = Math.max(target, upTo);
    wanted = true;
    running ??= readOn();
    return running;
  }

  function retryLater(): void {
    if (closed) return;
    const upTo = target;
    cancelRetry = environment.setTimer(() => void repair(upTo), backOff(attempt, environment.random));
    attempt += 1;
  }

  /** Another conversation than ours: only its first page says for certain which one it is. */
  function change(): Promise<void> {
    fromStart = true;
    return repair();
  }

  function head(conversationId: ConversationId, seq: number): void {
    // Behind: read on. Ahead of the server: it will say that we have to start again.
    if (isForeign(conversationId)) void change();
    else if (seq !== cursor.peek()) void repair(seq);
  }

  return {
    view,
    cursor,
    receive(batch) {
      if (isForeign(batch.conversationId)) void change();
      else if (batch.from > cursor.peek()) void repair(batch.to);
      else apply(batch);
    },
    head,
    async expect(conversationId, seq) {
      const follows = () => view.peek()?.conversationId === conversationId;
      const has = () => follows() && cursor.peek() >= seq;
      // The first batch of a conversation went out before we followed it; any other is on its way.
      if (!has() && follows()) await later(environment, PATIENCE_MS);
      if (has() || closed) return;
      void (follows() ? repair(seq) : change());
      await new Promise<void>((resolve) => {
        waiting.add(resolve);
      });
    },
    set,
    repair,
    destroy() {
      closed = true;
      cancelRetry();
    },
  };
}

function later(environment: ClientEnvironment, ms: number): Promise<void> {
  return new Promise((resolve) => {
    environment.setTimer(resolve, ms);
  });
}
