import type { Clock } from '../kernel/clock.js';

export interface BreakerOptions {
  /** Failures in a row that open the circuit. */
  readonly failures: number;
  /** How long it stays open first; doubles with every failed probe up to `longestMs`. */
  readonly coolDownMs: number;
  readonly longestMs: number;
}

/** Leave to make one call; exactly one of the three must follow. */
export interface Permit {
  succeeded(): void;
  /** The endpoint failed; `retryAfterMs` when it said how long to stay away. */
  failed(retryAfterMs: number | null): void;
  /** The call ended in a way that says nothing about the endpoint. */
  released(): void;
}

export type Entry =
  | { readonly open: false; readonly permit: Permit }
  | { readonly open: true; readonly retryAfterMs: number };

type State =
  | { readonly name: 'closed'; readonly failures: number }
  | { readonly name: 'open'; readonly untilMs: number; readonly lastMs: number }
  | { readonly name: 'probing'; readonly sinceMs: number; readonly lastMs: number };

/**
 * Keeps callers away from an endpoint that fails: closed until several failures in a row, then open for a
 * while, then one probe at a time decides. Results of calls begun before the last change of state are ignored.
 */
export class CircuitBreaker {
  readonly #options: BreakerOptions;
  readonly #clock: Clock;
  #state: State = { name: 'closed', failures: 0 };
  #generation = 0;

  constructor(options: BreakerOptions, clock: Clock) {
    this.#options = options;
    this.#clock = clock;
  }

  enter(): Entry {
    const state = this.#state;
    switch (state.name) {
      case 'closed':
        return { open: false, permit: this.#permit() };
      case 'probing':
        // A caller that dropped its probe without a word must not keep the circuit open for ever.
        return this.#enterAfter(state.sinceMs + this.#options.longestMs, state.lastMs);
      case 'open':
        return this.#enterAfter(state.untilMs, state.lastMs);
    }
  }

  #enterAfter(untilMs: number, lastMs: number): Entry {
    const nowMs = this.#nowMs();
    if (nowMs < untilMs) return { open: true, retryAfterMs: untilMs - nowMs };
    this.#become({ name: 'probing', sinceMs: nowMs, lastMs });
    return { open: false, permit: this.#permit() };
  }

  #permit(): Permit {
    const generation = this.#generation;
    const once = (act: () => void): void => {
      if (generation === this.#generation) act();
    };
    return {
      succeeded: () => once(() => this.#become({ name: 'closed', failures: 0 })),
      failed: (retryAfterMs) => once(() => this.#fail(retryAfterMs)),
      released: () => once(() => this.#release()),
    };
  }

  #fail(retryAfterMs: number | null): void {
    const { failures, coolDownMs, longestMs } = this.#options;
    if (this.#state.name === 'probing') {
      this.#open(retryAfterMs ?? Math.min(this.#state.lastMs * 2, longestMs));
      return;
    }
    const inARow = this.#state.name === 'closed' ? this.#state.failures + 1 : failures;
    if (retryAfterMs !== null) this.#open(Math.min(retryAfterMs, longestMs));
    else if (inARow >= failures) this.#open(coolDownMs);
    else this.#state = { name: 'closed', failures: inARow };
  }

  #open(forMs: number): void {
    const lastMs = Math.max(forMs, this.#options.coolDownMs);
    this.#become({ name: 'open', untilMs: this.#nowMs() + forMs, lastMs });
  }

  /** A probe that says nothing leaves the door open for the next one. */
  #release(): void {
    if (this.#state.name !== 'probing') return;
    this.#become({ name: 'open', untilMs: this.#nowMs(), lastMs: this.#state.lastMs });
  }

  #become(state: State): void {
    // A success while closed only clears the count: calls under way still count.
    if (!(this.#state.name === 'closed' && state.name === 'closed')) this.#generation += 1;
    this.#state = state;
  }

  #nowMs(): number {
    return this.#clock.now().getTime();
  }
}
