import type { Reply, WireError } from '@baton/shared-types';
import { type ReadonlySignal, signal } from '@preact/signals-core';
import { backOff } from './back-off.js';
import type { ClientEnvironment, ConnectionState } from './contract.js';
import { isRetryable, refusal } from './refusal.js';
import type { ConnectTransport, Handshake, Notice } from './transport.js';

const COMMAND_TIMEOUT_MS = 10_000;
const OPEN_TIMEOUT_MS = 10_000;
/** A connection that held this long was a good one: the next loss starts with the shortest back-off again. */
const STABLE_MS = 5_000;

type CommandMap<C> = Record<keyof C, { readonly payload: unknown; readonly result: unknown }>;

export interface ConnectionOptions {
  readonly environment: ClientEnvironment;
  readonly transport: ConnectTransport;
  /** What to present; asked before every attempt. A retryable refusal is tried again. */
  credentials(): Promise<Reply<Handshake>>;
  /** The first command on a new connection. We are online once it has succeeded. */
  greet(): Promise<Reply<unknown>>;
  /** We are online, or the page woke up while we were: whatever was missed should be read. */
  online(): void;
  /** An online connection is gone. */
  offline(): void;
  notice(notice: Notice): void;
  /** A final refusal. True: other credentials are at hand, try again. */
  recover?(error: WireError): boolean;
}

export interface Connection<C extends CommandMap<C>> {
  readonly state: ReadonlySignal<ConnectionState>;
  /** Idempotent. */
  start(): void;
  /** Leaves the server and comes back with fresh credentials; with `revive` also after a refusal for good. */
  restart(revive?: boolean): void;
  /** Somebody wants something now: tries at once instead of waiting for the next attempt's time. */
  hurry(): void;
  /** Final. */
  stop(): void;
  /** Never rejects. `unavailable` means: no answer, the outcome is unknown. */
  command<N extends keyof C & string>(name: N, payload: C[N]['payload']): Promise<Reply<C[N]['result']>>;
  /** Like `command`, but sent a second time when the outcome is unknown. For commands with a client id. */
  perform<N extends keyof C & string>(name: N, payload: C[N]['payload']): Promise<Reply<C[N]['result']>>;
}

/** Keeps one connection alive: full-jitter back-off, wake-up, timeouts, and an end when the server wants none. */
export function createConnection<C extends CommandMap<C>>(options: ConnectionOptions): Connection<C> {
  const { environment } = options;
  const state = signal<ConnectionState>({ kind: 'idle' });
  const unanswered = new Set<() => void>();
  let attempt = 0;
  let round = 0;
  let linked = false;
  let stopped = false;
  let onlineAt = 0;
  let cancelTimer = (): void => undefined;
  let forgetWake = (): void => undefined;

  const transport = options.transport({
    opened: () => void opened(),
    failed: (error) => (error ? refused(error) : retryLater()),
    lost: retryLater,
    notice(notice) {
      if (notice.name !== 'session.ended') return options.notice(notice);
      if (notice.payload.retry) retryLater();
      else halt(notice.payload.error);
    },
  });

  async function connect(): Promise<void> {
    hangUp();
    const mine = round;
    state.value = { kind: 'connecting' };
    const handshake = await options.credentials();
    if (mine !== round) return;
    if (!handshake.ok) return refused(handshake.error);
    cancelTimer = environment.setTimer(retryLater, OPEN_TIMEOUT_MS);
    transport.open(handshake.value);
  }

  async function opened(): Promise<void> {
    const mine = round;
    cancelTimer();
    linked = true;
    const greeting = await options.greet();
    if (mine !== round) return;
    if (!greeting.ok) return refused(greeting.error);
    onlineAt = environment.now();
    state.value = { kind: 'online' };
    options.online();
  }

  /** Ends the current round: later answers and callbacks of it find a higher number and do nothing. */
  function hangUp(): void {
    round += 1;
    cancelTimer();
    linked = false;
    transport.close();
    const wasOnline = state.peek().kind === 'online';
    if (wasOnline && environment.now() - onlineAt > STABLE_MS) attempt = 0;
    for (const giveUp of [...unanswered]) giveUp();
    if (wasOnline) options.offline();
  }

  function retryLater(): void {
    hangUp();
    const wait = backOff(attempt, environment.random);
    attempt += 1;
    state.value = { kind: 'waiting', retryAt: environment.now() + wait, attempt };
    cancelTimer = environment.setTimer(() => void connect(), wait);
  }

  function refused(error: WireError): void {
    if (isRetryable(error) || options.recover?.(error)) retryLater();
    else halt(error);
  }

  function halt(error: WireError): void {
    hangUp();
    forgetWake();
    state.value = { kind: 'stopped', error };
  }

  function wake(): void {
    const { kind } = state.peek();
    if (kind === 'waiting') void connect();
    if (kind === 'online') options.online();
  }

  function command<N extends keyof C & string>(name: N, payload: C[N]['payload']) {
    return new Promise<Reply<C[N]['result']>>((resolve) => {
      if (!linked) return resolve(refusal('unavailable'));
      const finish = (reply: Reply<C[N]['result']>) => {
        cancel();
        unanswered.delete(giveUp);
        resolve(reply);
      };
      const giveUp = () => finish(refusal('unavailable'));
      const cancel = environment.setTimer(giveUp, COMMAND_TIMEOUT_MS);
      unanswered.add(giveUp);
      transport.request<C[N]['result']>(name, payload, finish);
    });
  }

  /** Whether we are online, now or within the time that a command may take. */
  function backOnline(): Promise<boolean> {
    return new Promise((resolve) => {
      const settle = (online: boolean) => {
        cancel();
        resolve(online);
        // The first call comes out of `subscribe` itself, before it has returned its disposer.
        queueMicrotask(() => unsubscribe());
      };
      const cancel = environment.setTimer(() => settle(false), COMMAND_TIMEOUT_MS);
      const unsubscribe = state.subscribe(({ kind }) => {
        if (kind === 'online') settle(true);
        if (kind === 'stopped' || kind === 'idle') settle(false);
      });
    });
  }

  return {
    state,
    start() {
      if (stopped || state.peek().kind !== 'idle') return;
      forgetWake = environment.onWake(wake);
      void connect();
    },
    hurry() {
      if (state.peek().kind === 'waiting') void connect();
    },
    restart(revive = false) {
      const { kind } = state.peek();
      if (kind === 'idle' || (kind === 'stopped' && !revive)) return;
      if (kind === 'stopped') forgetWake = environment.onWake(wake);
      void connect();
    },
    stop() {
      stopped = true;
      hangUp();
      forgetWake();
      state.value = { kind: 'idle' };
    },
    command,
    async perform(name, payload) {
      if (state.peek().kind !== 'online') return refusal('unavailable');
      const first = await command(name, payload);
      if (first.ok || first.error.code !== 'unavailable') return first;
      return (await backOnline()) ? command(name, payload) : first;
    },
  };
}
