import type { KeyValueStore, VisitorClient } from '@baton/client';
import type { effect, signal } from '@preact/signals';
import type { render } from 'preact';
import type { jsx } from 'preact/jsx-runtime';
import type { ChatShell } from '../loader/chat-shell.js';
import type { createElement } from '../platform/create-element.js';
import type { adoptStyles } from '../platform/style-sheet.js';
import type { Chat } from '../ui/chat.js';

/**
 * All that an extra may use of the chat. They come in a file that imports nothing: what it imported would be the chat's
 * own file, which may have been loaded under another address.
 */
export interface ExtrasTools {
  readonly shell: ChatShell;
  readonly client: VisitorClient;
  readonly chat: Chat;
  /** What this browser remembers, for other files of ours on the page. */
  readonly storage: KeyValueStore;
  /** Draws everything anew, when words have changed that no signal tells of. */
  readonly redraw: () => void;
  readonly effect: typeof effect;
  readonly signal: typeof signal;
  /** For what is drawn again and again. */
  readonly jsx: typeof jsx;
  readonly render: typeof render;
  readonly createElement: typeof createElement;
  readonly adoptStyles: typeof adoptStyles;
}
