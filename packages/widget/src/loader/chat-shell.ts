import type { Emitter } from '../api/emitter.js';
import type { WidgetOptions } from '../config/widget-options.js';
import type { Disposer } from '../platform/listen.js';

/** What the loader hands to the chat chunk. Type-only: the two bundles share no code. */
export interface ChatShell {
  readonly options: WidgetOptions;
  readonly root: ShadowRoot;
  readonly panel: PanelParts;
  isOpen(): boolean;
  close(): void;
  /** Ends the loader's own handling of keys and hands over the messages that were sent meanwhile, oldest first. */
  adoptComposer(): readonly string[];
  /** Shows the count on the launcher. */
  setUnread(count: number): void;
  /** With an open conversation the next page loads the chat in the background, so that replies are noticed. */
  setOngoing(on: boolean): void;
  /** The page's own events: the chat listens to `open` and `close` and emits the others. */
  readonly emitter: Emitter;
}

/** The empty rooms of the panel. The text box is real from the first moment, so that it can take the focus. */
export interface PanelParts {
  readonly panel: HTMLElement;
  /** Title and who is answering; carries the id that names the dialog. */
  readonly heading: HTMLElement;
  /** Buttons before the close button. */
  readonly actions: HTMLElement;
  readonly body: HTMLElement;
  readonly form: HTMLFormElement;
  readonly input: HTMLTextAreaElement;
  readonly send: HTMLButtonElement;
  /** Below the text box. */
  readonly footer: HTMLElement;
}

/** What the chat chunk exports. */
export interface ChatModule {
  /** Connects and takes over the panel; returns its end. */
  readonly mountChat: (shell: ChatShell) => Disposer;
}
