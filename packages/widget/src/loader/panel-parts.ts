import { SHELL_TEXTS } from '../i18n/shell-texts.js';
import { createElement, createIcon } from '../platform/create-element.js';
import type { PanelParts } from './chat-shell.js';
import { ICON } from './icon-paths.js';

/** Builds the panel, closed. */
export function createPanel(close: () => void): PanelParts {
  const button = (look: string, label: string, icon: string) =>
    createElement('button', { class: look, 'aria-label': label }, createIcon(icon));
  const { write } = SHELL_TEXTS;
  const heading = createElement('div', { class: 'heading' }, createElement('h2', { id: 'title' }, 'Chat'));
  const closer = button('icon-button', SHELL_TEXTS.close, ICON.close);
  const body = createElement('div', { class: 'body' });
  const input = createElement('textarea', {
    rows: '1',
    dir: 'auto',
    placeholder: write,
    'aria-label': write,
    enterkeyhint: 'send',
  });
  const send = button('send', SHELL_TEXTS.send, ICON.send);
  const form = createElement('form', {}, input, send);
  const panel = createElement(
    'div',
    { id: 'panel', class: 'panel', role: 'dialog', 'aria-labelledby': 'title', hidden: '' },
    createElement('div', { class: 'header' }, heading, closer),
    body,
    form,
  );
  closer.onclick = close;
  return { panel, heading, closer, body, form, input, send };
}
