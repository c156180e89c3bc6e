import type { signal } from '@preact/signals';
import type { render } from 'preact';
import type { jsx } from 'preact/jsx-runtime';
import type { ChatClient } from '../core/shown-view.js';
import type { ChatShell } from '../loader/chat-shell.js';
import type { Chat } from '../ui/chat.js';

/**
 * All that an extra may use of the chat. They come in a file that imports nothing: what it imported would be the chat's
 * own file, which may have been loaded under another address.
 */
export interface ExtrasTools {
  readonly shell: ChatShell;
  readonly client: ChatClient;
  readonly chat: Chat;
  readonly signal: typeof signal;
  /** For what is drawn again and again. */
  readonly jsx: typeof jsx;
  readonly render: typeof render;
}
