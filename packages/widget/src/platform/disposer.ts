/** Undoes exactly one thing; calling it twice does nothing more. */
export type Disposer = () => void;

/** Runs all of them, last first. */
export function disposeAll(disposers: readonly Disposer[]): Disposer {
  return () => {
    for (const dispose of [...disposers].reverse()) dispose();
  };
}
