import type { Disposer } from './listen.js';

/** Calls back after the size of any of the elements has changed. */
export function observeSize(elements: readonly Element[], run: () => void): Disposer {
  const observer = new ResizeObserver(run);
  for (const element of elements) observer.observe(element);
  return () => observer.disconnect();
}
