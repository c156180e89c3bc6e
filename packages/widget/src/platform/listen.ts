import type { Disposer } from './disposer.js';

/** Adds a listener and returns its disposer. */
export function listen<E extends Event = Event>(
  target: EventTarget,
  type: string,
  handler: (event: E) => void,
  options?: AddEventListenerOptions,
): Disposer {
  const listener: EventListener = (event) => handler(event as E);
  target.addEventListener(type, listener, options);
  return () => target.removeEventListener(type, listener, options);
}
