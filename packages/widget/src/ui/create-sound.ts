import type { GuardedStorage } from '@baton/client';
import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { chime } from '../platform/chime.js';
import { type Disposer, disposeAll } from '../platform/listen.js';

export interface Sound {
  /** Off until the visitor turns it on; remembered. */
  readonly isOn: Signal<boolean>;
  /** Chimes for what arrives while nobody looks. */
  follow(arrivals: ReadonlySignal<readonly unknown[]>, isSeen: ReadonlySignal<boolean>): Disposer;
}

export function createSound(storage: GuardedStorage, site: string): Sound {
  const key = `baton:${site}:sound`;
  const isOn = signal(storage.read(key) === '1');
  return {
    isOn,
    follow: (arrivals, isSeen) =>
      disposeAll([
        effect(() => {
          storage.write(key, isOn.value ? '1' : null);
        }),
        effect(() => {
          if (arrivals.value.length > 0 && isOn.peek() && !isSeen.peek()) chime();
        }),
      ]),
  };
}
