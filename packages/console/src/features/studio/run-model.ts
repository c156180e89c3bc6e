import type { WireError } from '@baton/shared-types';
import { type ReadonlySignal, signal } from '@preact/signals';
import { wireErrorOf } from '../../api/describe-error.js';

export type RunState<T> =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'failed'; readonly error: WireError }
  | { readonly kind: 'done'; readonly value: T; readonly yaml: string };

/** Something that is tried with a text, and what came of it; `yaml` says with which text. */
export interface Run<T> {
  readonly state: ReadonlySignal<RunState<T>>;
  start(yaml: string): Promise<void>;
  clear(): void;
}

export function createRun<T>(run: (yaml: string) => Promise<T>): Run<T> {
  const state = signal<RunState<T>>({ kind: 'idle' });
  let latest = 0;
  return {
    state,
    async start(yaml) {
      latest += 1;
      const mine = latest;
      state.value = { kind: 'busy' };
      let next: RunState<T>;
      try {
        next = { kind: 'done', value: await run(yaml), yaml };
      } catch (thrown) {
        next = { kind: 'failed', error: wireErrorOf(thrown) };
      }
      if (mine === latest) state.value = next;
    },
    clear() {
      latest += 1;
      state.value = { kind: 'idle' };
    },
  };
}
