import type { WireError } from '@baton/shared-types';
import { type ReadonlySignal, signal } from '@preact/signals';
import { wireErrorOf } from '../../api/describe-error.js';

export type Loaded<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: WireError }
  | { readonly kind: 'ready'; readonly value: T };

export interface Resource<T> {
  readonly state: ReadonlySignal<Loaded<T>>;
  /** Reads again; what is shown stays until then, except after a failure. */
  load(): Promise<void>;
}

/** Something read over HTTP that a settings page shows. */
export function createResource<T>(read: () => Promise<T>): Resource<T> {
  const state = signal<Loaded<T>>({ kind: 'loading' });
  return {
    state,
    async load() {
      if (state.value.kind === 'failed') state.value = { kind: 'loading' };
      try {
        state.value = { kind: 'ready', value: await read() };
      } catch (thrown) {
        state.value = { kind: 'failed', error: wireErrorOf(thrown) };
      }
    },
  };
}
