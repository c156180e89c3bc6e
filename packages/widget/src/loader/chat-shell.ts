import type { BatonApi } from '../api/baton-api.js';
import type { Emitter } from '../api/emitter.js';
import type { WidgetOptions } from '../config/widget-options.js';
import type { createElement } from '../platform/create-element.js';
import type { EarlySocket } from '../platform/early-socket.js';
import type { Disposer } from '../platform/listen.js';
import type { adoptStyles } from '../platform/style-sheet.js';
import type { tabStorage } from '../platform/tab-storage.js';
import type { LauncherWords } from './launcher.js';

/** What the loader hands to the chat chunk. Type-only: what the two bundles share of code stands in here as well. */
export interface ChatShell {
  readonly options: WidgetOptions;
  readonly root: ShadowRoot;
  readonly panel: PanelParts;
  isOpen(): boolean;
  close(): void;
  /** Ends the loader's own handling of keys and hands over the messages that were sent meanwhile, oldest first. */
  adoptComposer(): readonly string[];
  /** The calls that the chat has to make, in the order in which the page made them. */
  takeCalls(): readonly ChatCall[];
  /** The connection that was begun at the click; null when there is none, or somebody has it. */
  takeSocket(): EarlySocket | null;
  sayOnLauncher(...words: LauncherWords): void;
  /** With an open conversation the next page loads the chat in the background, so that replies are noticed. */
  setOngoing(on: boolean): void;
  /** The names of the options that the page gave, and of queued calls that do not exist: for hints to developers. */
  readonly given: readonly string[];
  readonly unknownCalls: readonly unknown[];
  readonly emitter: Emitter;
  readonly createElement: typeof createElement;
  readonly adoptStyles: typeof adoptStyles;
  readonly tab: typeof tabStorage;
}

/** What only the chat itself can do for the page. */
export type ChatCalls = Pick<BatonApi, 'identify' | 'logout' | 'setContext'>;

export type ChatCall = { [N in keyof ChatCalls]: readonly [N, ...Parameters<ChatCalls[N]>] }[keyof ChatCalls];

/** The chat, standing in the panel. */
export interface MountedChat extends ChatCalls {
  readonly end: Disposer;
}

/** The empty rooms of the panel. The text box is real from the first moment, so that it can take the focus. */
export interface PanelParts {
  readonly panel: HTMLElement;
  /** Title and who is answering; carries the id that names the dialog. */
  readonly heading: HTMLElement;
  readonly closer: HTMLButtonElement;
  readonly body: HTMLElement;
  readonly form: HTMLFormElement;
  readonly input: HTMLTextAreaElement;
  readonly send: HTMLButtonElement;
}

/** What the chat chunk exports. */
export interface ChatModule {
  /** Connects and takes over the panel. */
  readonly mountChat: (shell: ChatShell) => MountedChat;
}
