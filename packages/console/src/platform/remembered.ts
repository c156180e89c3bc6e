import type { KeyValueStore } from '@baton/client';
import { effect, type Signal, signal } from '@preact/signals';

/** A signal that outlives a reload. Storage may be forbidden or full: then it lives as long as the page. */
export function remembered<T extends string | number | boolean>(
  store: KeyValueStore,
  key: string,
  { initial, accept }: { readonly initial: T; readonly accept: (value: unknown) => value is T },
): Signal<T> {
  const held = signal<T>(read() ?? initial);
  effect(() => {
    const value = JSON.stringify(held.value);
    try {
      store.set(key, value);
    } catch {
      // Only the memory of a preference is lost.
    }
  });
  return held;

  function read(): T | null {
    try {
      const value: unknown = JSON.parse(store.get(key) ?? 'null');
      return accept(value) ? value : null;
    } catch {
      return null;
    }
  }
}
