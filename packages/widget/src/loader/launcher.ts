import { createElement, createIcon } from '../platform/create-element.js';
import { ICON } from './icon-paths.js';

export interface Launcher {
  readonly button: HTMLButtonElement;
  /** Shows whether the panel is open and what waits unread. */
  show(open: boolean, said: LauncherWords): void;
}

/** What the badge shows, words for it, and the name of the launcher while the panel is open. */
export type LauncherWords = readonly [unread: string, words: string, close: string];

/** Which parts of it are to be seen is said by the host's attribute `data-launcher` and the style sheet. */
export function createLauncher(name: string, label = ''): Launcher {
  const chat = createIcon(ICON.chat);
  const down = createIcon(ICON.down);
  const badge = createElement('span', { class: 'badge' });
  const button = createElement('button', { class: 'launcher', 'aria-controls': 'panel' }, chat, label, badge);
  return {
    button,
    show(open, [unread, words, close]) {
      button.firstChild?.replaceWith(open ? down : chat);
      button.ariaExpanded = `${open}`;
      button.ariaLabel = (open ? close : label || name) + words;
      badge.textContent = unread;
    },
  };
}
