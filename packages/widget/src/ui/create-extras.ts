import { signal } from '@preact/signals';

export type Extras = typeof import('./extras.js');

/** The parts of the chat that come when they are first needed; null until they are there. */
export function createExtras(dress: (css: string) => void): (isNeeded: unknown) => Extras | null {
  const loaded = signal<Extras | null>(null);
  let isLoading = false;
  return (isNeeded) => {
    if (isNeeded && !isLoading) {
      isLoading = true;
      import('./extras.js').then(
        (extras) => {
          dress(extras.extraStyles);
          loaded.value = extras;
        },
        () => {
          isLoading = false;
        },
      );
    }
    return loaded.value;
  };
}
