import {
  type ConversationView,
  LIMITS,
  type MessageAccepted,
  type Reply,
  type VisitorMessageKind,
} from '@baton/shared-types';
import { type ReadonlySignal, signal } from '@preact/signals-core';
import { backOff } from './back-off.js';
import { type ClientEnvironment, CommandError, type PendingMessage } from './contract.js';
import type { OutboxStore, StoredMessage } from './outbox-store.js';
import { isRetryable, refusal } from './refusal.js';
import type { OwnRefusal } from './refusal-words.js';

/** Messages that may wait; more is refused, visibly, instead of dropped. */
export const OUTBOX_CAPACITY = 50;

export interface OutboxOptions {
  readonly environment: ClientEnvironment;
  /** Null: kept in memory only. */
  readonly store: OutboxStore | null;
  /** Sends one message. Never rejects. */
  deliver(message: StoredMessage): Promise<Reply<MessageAccepted>>;
  /** Waits until the log shows an accepted message, which stays pending until then. */
  landed(accepted: MessageAccepted): Promise<void>;
}

export interface Outbox {
  readonly pending: ReadonlySignal<readonly PendingMessage[]>;
  send(text: string, kind: VisitorMessageKind): Promise<MessageAccepted>;
  retry(clientId: string): void;
  discard(clientId: string): void;
  /** Lets messages out, or holds them. */
  flow(on: boolean): void;
  /** Takes up what other tabs or an earlier page have left in the store; drops what they delivered. */
  sync(): void;
  /** The log has moved: what stands in it is no longer pending. */
  observe(view: ConversationView, cursor: number): void;
  /** Gives up everything, stored or not. */
  clear(): void;
  destroy(): void;
}

interface Entry extends StoredMessage {
  readonly state: PendingMessage['state'];
  readonly accepted: MessageAccepted | null;
  /** Typed here; another tab's messages leave when that tab has delivered them. */
  readonly own: boolean;
  readonly saved: boolean;
}

interface Waiter {
  resolve(accepted: MessageAccepted): void;
  reject(error: CommandError): void;
}

/** First in, first out, one at a time, until acknowledged; always under the client id of the first attempt. */
export function createOutbox(options: OutboxOptions): Outbox {
  const { environment, store } = options;
  const pending = signal<readonly PendingMessage[]>([]);
  const waiters = new Map<string, Waiter>();
  const delivered = new Set<string>();
  let entries: readonly Entry[] = [];
  let flowing = false;
  let inFlight: string | null = null;
  let attempt = 0;
  let cancelRetry: (() => void) | null = null;

  function set(next: readonly Entry[]): void {
    entries = next;
    pending.value = next.map(({ clientId, text, kind, state, error, saved, accepted }) => ({
      clientId,
      text,
      kind,
      state,
      error,
      ...(saved || accepted ? {} : { unsaved: true }),
    }));
  }

  function change(clientId: string, part: Partial<Entry>): void {
    set(entries.map((entry) => (entry.clientId === clientId ? { ...entry, ...part } : entry)));
  }

  function forget(clientId: string): void {
    set(entries.filter((entry) => entry.clientId !== clientId));
  }

  async function pump(): Promise<void> {
    const next = entries.find((entry) => entry.state !== 'failed' && !entry.accepted);
    if (!flowing || inFlight !== null || cancelRetry || !next) return;
    const { clientId } = next;
    inFlight = clientId;
    change(clientId, { state: 'sent' });
    const reply = await options.deliver(next);
    if (inFlight !== clientId) return;
    inFlight = null;
    if (reply.ok) {
      settle(clientId, reply.value);
      void options.landed(reply.value).then(() => forget(clientId));
    } else if (isRetryable(reply.error)) {
      retryLater(clientId);
    } else {
      fail(next, new CommandError(reply.error));
    }
    void pump();
  }

  /** The outcome is unknown or the server is busy: the same message again, and nothing before it. */
  function retryLater(clientId: string): void {
    change(clientId, { state: 'queued' });
    if (!flowing) return;
    cancelRetry = environment.setTimer(
      () => {
        cancelRetry = null;
        void pump();
      },
      backOff(attempt, environment.random),
    );
    attempt += 1;
  }

  function settle(clientId: string, accepted: MessageAccepted): void {
    attempt = 0;
    delivered.add(clientId);
    change(clientId, { accepted });
    store?.remove(clientId);
    waiters.get(clientId)?.resolve(accepted);
    waiters.delete(clientId);
  }

  function fail(message: StoredMessage, reason: CommandError): void {
    const { clientId } = message;
    store?.replace({ ...message, error: reason.wire });
    change(clientId, { state: 'failed', error: reason.wire });
    waiters.get(clientId)?.reject(reason);
    waiters.delete(clientId);
  }

  function rejectAll(): void {
    for (const { reject } of waiters.values()) reject(new CommandError(refusal('unavailable').error));
    waiters.clear();
  }

  return {
    pending,
    send(text, kind) {
      const problem = findProblem(text, entries.length);
      if (problem) return Promise.reject(new CommandError(refusal(problem).error));
      const message: StoredMessage = { clientId: environment.newClientId(), text, kind, error: null };
      const saved = store?.add(message) ?? false;
      set([...entries, { ...message, state: 'queued', accepted: null, own: true, saved }]);
      const acknowledged = new Promise<MessageAccepted>((resolve, reject) => {
        waiters.set(message.clientId, { resolve, reject });
      });
      void pump();
      return acknowledged;
    },
    retry(clientId) {
      const failed = entries.find((entry) => entry.clientId === clientId && entry.state === 'failed');
      if (!failed) return;
      store?.replace({ ...failed, error: null });
      change(clientId, { state: 'queued', error: null });
      void pump();
    },
    discard(clientId) {
      if (!entries.some((entry) => entry.clientId === clientId && entry.state === 'failed')) return;
      delivered.add(clientId);
      store?.remove(clientId);
      forget(clientId);
    },
    flow(on) {
      flowing = on;
      cancelRetry?.();
      cancelRetry = null;
      attempt = 0;
      void pump();
    },
    sync() {
      if (!store) return;
      const stored = store.list();
      const known = new Set(entries.map(({ clientId }) => clientId));
      const standing = new Set(stored.map(({ clientId }) => clientId));
      const kept = entries.filter(
        ({ clientId, own, accepted }) => own || accepted || clientId === inFlight || standing.has(clientId),
      );
      const left = stored.filter(({ clientId }) => !known.has(clientId) && !delivered.has(clientId));
      set([...kept, ...left.map(adopt)]);
      void pump();
    },
    observe(view, cursor) {
      for (const { clientId, accepted } of entries) {
        const message = view.messages.find((sent) => sent.clientId === clientId);
        const landed = accepted?.conversationId === view.conversationId && accepted.seq <= cursor;
        if (!message && !landed) continue;
        if (message && !accepted) {
          settle(clientId, {
            conversationId: view.conversationId,
            messageId: message.messageId,
            seq: message.seq,
          });
        }
        if (inFlight === clientId) inFlight = null;
        forget(clientId);
      }
      void pump();
    },
    clear() {
      for (const { clientId } of store?.list() ?? []) store?.remove(clientId);
      for (const { clientId } of entries) delivered.add(clientId);
      set([]);
      inFlight = null;
      rejectAll();
    },
    destroy() {
      flowing = false;
      cancelRetry?.();
      rejectAll();
    },
  };
}

/** Bytes of a frame that are not the text: names, ids, brackets. */
const ENVELOPE_BYTES = 512;

/** A message that no frame can carry would be tried for ever, so it is refused before it is queued. */
function findProblem(text: string, waiting: number): OwnRefusal | null {
  if (text.trim() === '') return 'message_empty';
  const bytes = new TextEncoder().encode(JSON.stringify(text)).length;
  if (text.length > LIMITS.messageCharacters || bytes > LIMITS.frameBytes - ENVELOPE_BYTES)
    return 'message_too_long';
  return waiting >= OUTBOX_CAPACITY ? 'too_many_requests' : null;
}

function adopt(message: StoredMessage): Entry {
  const state = message.error ? 'failed' : 'queued';
  return { ...message, state, accepted: null, own: false, saved: true };
}
