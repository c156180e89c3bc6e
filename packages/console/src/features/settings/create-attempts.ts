import type { WireError } from '@baton/shared-types';
import { type Signal, signal } from '@preact/signals';
import { wireErrorOf } from '../../api/describe-error.js';

/** Acts that may be refused, one after the other: whether one is under way, and why the last was refused. */
export interface Attempts {
  readonly busy: Signal<boolean>;
  readonly failure: Signal<WireError | null>;
  /** Resolves to true when it was done. Never rejects. */
  attempt(act: () => Promise<unknown>): Promise<boolean>;
}

export function createAttempts(): Attempts {
  const busy = signal(false);
  const failure = signal<WireError | null>(null);
  return {
    busy,
    failure,
    async attempt(act) {
      busy.value = true;
      failure.value = null;
      try {
        await act();
        return true;
      } catch (thrown) {
        failure.value = wireErrorOf(thrown);
        return false;
      } finally {
        busy.value = false;
      }
    },
  };
}
