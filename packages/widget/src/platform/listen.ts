export type Disposer = () => void;

/** Adds a listener and returns its disposer. */
export function listen(target: EventTarget, type: string, run: (event: Event) => void): Disposer {
  target.addEventListener(type, run);
  return () => target.removeEventListener(type, run);
}

/** One disposer for many. */
export function disposeAll(disposers: readonly Disposer[]): Disposer {
  return () => {
    for (const dispose of disposers) dispose();
  };
}
