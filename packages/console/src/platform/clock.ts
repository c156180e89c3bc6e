import type { ClientEnvironment } from '@baton/client';
import { type ReadonlySignal, signal } from '@preact/signals';

export interface Clock {
  /** Epoch milliseconds, moved once a second. */
  readonly now: ReadonlySignal<number>;
  stop(): void;
}

/** One clock for the whole console, so that all waiting times move together. */
export function createClock(environment: ClientEnvironment): Clock {
  const now = signal(environment.now());
  let cancel = environment.setTimer(tick, 1000);
  function tick() {
    now.value = environment.now();
    cancel = environment.setTimer(tick, 1000);
  }
  return { now, stop: () => cancel() };
}
