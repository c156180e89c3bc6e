import type { Disposer } from '../platform/listen.js';

/** What a page can listen to. */
export interface BatonEvents {
  /** The panel opened. */
  readonly open: undefined;
  /** The panel closed. */
  readonly close: undefined;
  /** Unread messages changed; 0 when the visitor has seen everything. */
  readonly unread: number;
  /** A finished message from the company's side arrived. Its text stays inside the widget. */
  readonly message: { readonly from: 'assistant' | 'agent' };
}

/** `window.Baton`: the widget as the page sees it. */
export interface BatonApi {
  open(): void;
  close(): void;
  toggle(): void;
  /** Removes the widget, its listeners and its connection. What the visitor has queued stays stored. */
  destroy(): void;
  /** Returns a function that removes the listener. */
  on<E extends keyof BatonEvents>(event: E, listener: (detail: BatonEvents[E]) => void): Disposer;
  /** Makes a call given as an array, so that the queue of the time before loading keeps working. */
  push(...calls: readonly QueuedCall[]): void;
}

/** A call made before the loader was there: `(window.Baton ||= []).push(['open'])`. */
export type QueuedCall =
  | readonly ['open' | 'close' | 'toggle' | 'destroy']
  | {
      [E in keyof BatonEvents]: readonly ['on', E, (detail: BatonEvents[E]) => void];
    }[keyof BatonEvents];
