import type { BatonOptions } from '../config/widget-options.js';
import type { Disposer } from '../platform/listen.js';

/** What a page can listen to. Fields marked "personal" are there only with the option `personal`. */
export interface BatonEvents {
  /** The chat has loaded and stands. */
  readonly ready: undefined;
  /** The panel opened. */
  readonly opened: undefined;
  /** The panel closed. */
  readonly closed: undefined;
  /** A finished message. `text`, and `name` of an agent, are personal. */
  readonly message: {
    readonly from: 'visitor' | 'assistant' | 'agent';
    readonly text?: string;
    readonly name?: string;
  };
  /** The number of unread messages changed; 0 when the visitor has seen everything. */
  readonly unread: number;
  /** The company's rules call the visitor qualified; a person is asked for. */
  readonly qualified: undefined;
  /** A person is asked for, and why. */
  readonly 'handoff.requested': {
    readonly reason: 'qualified' | 'human_request' | 'complaint' | 'automation_paused';
  };
  /** A person has taken over. `name` is personal. */
  readonly 'handoff.accepted': { readonly name?: string };
  /** The visitor rated the chat, 1 to 5. `comment` is personal. */
  readonly rated: { readonly score: number; readonly comment?: string };
  /** The chat cannot work here: it did not load, or the server refused for good (`code` of the protocol). */
  readonly error: { readonly code: string };
}

/** What the company is told of the page, in place of its address, title and referrer. */
export interface PageOverride {
  readonly url?: string;
  readonly title?: string;
  readonly referrer?: string;
}

/** `window.Baton`, and what the npm package returns. */
export interface BatonApi {
  /** Puts a widget on the page and returns its own API; for a site that has one already, that one's. */
  init(options: BatonOptions): BatonApi;
  /** Opens the panel. A message is put into the text box, never sent; what the visitor has typed stays. */
  open(options?: { readonly message?: string }): void;
  /** Closes the panel; the focus goes back to where it came from. */
  close(): void;
  /** Opens the panel or closes it. */
  toggle(): void;
  /** Shows the launcher again. */
  showLauncher(): void;
  /** Hides the launcher; the panel still opens by `open()`. */
  hideLauncher(): void;
  /** Says who the visitor is: a token that the company's server has signed for them. */
  identify(token: string): void;
  /** Forgets the visitor, in every tab. Call it when they sign out of the page. */
  logout(): void;
  /** What the company is told of the page from now on, for instance without a private part of its address. */
  setContext(page: PageOverride): void;
  /** Another language, BCP 47. */
  setLocale(locale: string): void;
  /** Other colours. */
  setTheme(theme: 'auto' | 'light' | 'dark'): void;
  /** Calls back at every such event; returns a function that ends it. */
  on<E extends keyof BatonEvents>(event: E, listener: (detail: BatonEvents[E]) => void): Disposer;
  /** Ends what `on` began with the same listener. */
  off<E extends keyof BatonEvents>(event: E, listener: (detail: BatonEvents[E]) => void): void;
  /** Removes the widget, its listeners and its connection. What the visitor has queued stays stored. */
  destroy(): void;
  /** Makes calls given as arrays, so that the queue of the time before loading keeps working. */
  push(...calls: readonly QueuedCall[]): void;
}

/** A call made before the loader was there: `(window.Baton ||= []).push(['open'])`. */
export type QueuedCall =
  | { [M in PlainCall]: readonly [M, ...Parameters<BatonApi[M]>] }[PlainCall]
  | {
      [E in keyof BatonEvents]: readonly ['on' | 'off', E, (detail: BatonEvents[E]) => void];
    }[keyof BatonEvents];

type PlainCall = Exclude<keyof BatonApi, 'push' | 'on' | 'off'>;
