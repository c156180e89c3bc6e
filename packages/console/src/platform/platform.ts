import type { ClientEnvironment, KeyValueStore } from '@baton/client';

export type NoticePermission = 'granted' | 'denied' | 'ask' | 'unsupported';
export type Theme = 'system' | 'light' | 'dark';

/** A key press that no field wants for itself. */
export interface KeyPress {
  readonly key: string;
  /** The press came from a field in which people type. */
  readonly typing: boolean;
  /** The press came from a modal dialog. */
  readonly inDialog: boolean;
  /** Ctrl, Meta or Alt was held. */
  readonly modified: boolean;
  /** Ctrl or Meta alone was held: the keys of commands such as the palette. */
  readonly command: boolean;
  /** Keeps the browser from acting on the press too. */
  consume(): void;
}

/** Everything the console needs of its browser; views and models touch no DOM global themselves. */
export interface Platform {
  readonly environment: ClientEnvironment;
  readonly store: KeyValueStore;
  readonly origin: string;
  readonly fetch: typeof fetch;
  /** Where the console is drawn. */
  root(): Element;
  reload(): void;
  hidden(): boolean;
  setTitle(title: string): void;
  setTheme(theme: Theme): void;
  setLanguage(language: string): void;
  languages(): readonly string[];
  /** Resolves to false when the browser refuses. */
  copy(text: string): Promise<boolean>;
  noticePermission(): NoticePermission;
  askForNotices(): Promise<NoticePermission>;
  /** Shows a desktop notice; calls back when it is clicked. */
  notify(
    notice: { readonly title: string; readonly body: string; readonly tag: string },
    onClick: () => void,
  ): void;
  /** Two short, quiet tones. */
  chime(): void;
  /** Listens to key presses; returns a disposer. */
  onKey(listener: (press: KeyPress) => void): () => void;
  /** Takes the single-use sign-in token out of the address bar, so that it stays in no history. */
  takeLinkToken(): string | null;
  /** Calls back when another sign-in link is opened in this tab, which loads no page; returns a disposer. */
  onLinkToken(run: (token: string) => void): () => void;
  /** Calls back whenever the element changes its size; returns a disposer. */
  onResize(element: Element, run: () => void): () => void;
  /** Whether the person asked for less motion. */
  calm(): boolean;
  /** The colours and font that text has inside this element; for what is drawn on a canvas. */
  inkOf(element: HTMLElement): { readonly text: string; readonly edge: string; readonly font: string };
  /** Calls back when light turns dark or back; returns a disposer. */
  onColours(run: () => void): () => void;
  /** Closes every open popover. */
  closeMenus(): void;
  /** Moves the focus to the element with this id, if it is on the page. */
  focus(id: string): void;
}
