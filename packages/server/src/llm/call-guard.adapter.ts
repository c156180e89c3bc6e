import { type ModelDeadlines, ModelFailure, type ModelFailureKind } from './language-model.port.js';

/**
 * The deadlines and the cancellation of one model call. Whatever is awaited goes through `within`, so that a
 * peer that ignores the abort signal cannot hold the caller either.
 */
export class CallGuard {
  readonly #controller = new AbortController();
  readonly #deadlines: ModelDeadlines;
  readonly #callerSignal: AbortSignal;
  readonly #onCallerAbort = (): void => this.stop('cancelled');
  readonly #total: NodeJS.Timeout;
  #firstToken: NodeJS.Timeout | undefined;
  #stoppedBy: ModelFailureKind | null = null;
  #reject: (failure: ModelFailure) => void = () => undefined;

  constructor(deadlines: ModelDeadlines, callerSignal: AbortSignal) {
    this.#deadlines = deadlines;
    this.#callerSignal = callerSignal;
    this.#total = setTimeout(() => this.stop('timeout_total'), deadlines.totalMs);
    if (callerSignal.aborted) this.stop('cancelled');
    else callerSignal.addEventListener('abort', this.#onCallerAbort, { once: true });
  }

  /** Aborts when a deadline passes, the caller cancels, or the call is over. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Why the call was stopped, or null while it runs. */
  get stoppedBy(): ModelFailureKind | null {
    return this.#stoppedBy;
  }

  /** Starts the wait for the first piece of text; an extraction does so for each attempt. */
  beginAttempt(): void {
    clearTimeout(this.#firstToken);
    this.#firstToken = setTimeout(() => this.stop('timeout_first_token'), this.#deadlines.firstTokenMs);
  }

  /** The first piece of text has come: from now on the idle deadline holds. */
  sawText(): void {
    clearTimeout(this.#firstToken);
    this.#firstToken = undefined;
  }

  /** The result of `promise`, or a `ModelFailure` as soon as the call is stopped. */
  async within<T>(promise: Promise<T>): Promise<T> {
    promise.catch(() => undefined);
    const idle =
      this.#firstToken === undefined
        ? setTimeout(() => this.stop('timeout_idle'), this.#deadlines.idleMs)
        : undefined;
    try {
      return await new Promise<T>((resolve, reject) => {
        this.#reject = reject;
        if (this.#stoppedBy !== null) reject(new ModelFailure(this.#stoppedBy, false));
        promise.then(resolve, reject);
      });
    } finally {
      clearTimeout(idle);
    }
  }

  stop(kind: ModelFailureKind): void {
    if (this.#stoppedBy !== null) return;
    this.#stoppedBy = kind;
    this.#controller.abort();
    this.#reject(new ModelFailure(kind, false));
  }

  /** Ends the call: no timer stays, and a connection still open is dropped. */
  close(): void {
    clearTimeout(this.#total);
    clearTimeout(this.#firstToken);
    this.#callerSignal.removeEventListener('abort', this.#onCallerAbort);
    this.#controller.abort();
  }
}
