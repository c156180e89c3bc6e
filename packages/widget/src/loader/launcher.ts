import type { ShellTexts } from '../i18n/shell-texts.js';
import { createElement, createIcon } from '../platform/create-element.js';
import { ICON } from './icon-paths.js';

export interface Launcher {
  readonly button: HTMLButtonElement;
  /** Shows whether the panel is open and how many messages wait unread. */
  show(open: boolean, unread: number): void;
}

export function createLauncher(texts: ShellTexts, label: string | null): Launcher {
  const chat = createIcon(ICON.chat);
  const down = createIcon(ICON.down);
  const badge = createElement('span', { class: 'badge' });
  const button = createElement(
    'button',
    { class: 'launcher', 'aria-controls': 'panel' },
    chat,
    label ?? '',
    badge,
  );
  return {
    button,
    show(open, unread) {
      button.firstChild?.replaceWith(open ? down : chat);
      const name = open ? texts.close : (label ?? texts.open);
      button.ariaExpanded = `${open}`;
      button.ariaLabel = unread ? `${name} (${unread} ${texts.unread})` : name;
      badge.textContent = unread > 99 ? '99+' : `${unread || ''}`;
    },
  };
}
