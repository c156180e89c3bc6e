import type { ShellTexts } from '../i18n/shell-texts.js';
import { createElement, createIcon } from '../platform/create-element.js';
import type { PanelParts } from './chat-shell.js';
import { ICON } from './icon-paths.js';

/** Builds the panel, closed. */
export function createPanel(texts: ShellTexts, close: () => void): PanelParts {
  const heading = createElement('div', { class: 'heading' }, createElement('h2', { id: 'title' }, 'Chat'));
  const actions = createElement('div', { class: 'actions' });
  const closeButton = createElement(
    'button',
    { class: 'icon-button', 'aria-label': texts.close },
    createIcon(ICON.close),
  );
  closeButton.onclick = close;
  const body = createElement('div', { class: 'body' });
  const input = createElement('textarea', {
    rows: '1',
    dir: 'auto',
    placeholder: texts.write,
    'aria-label': texts.write,
    enterkeyhint: 'send',
  });
  const send = createElement('button', { class: 'send', 'aria-label': texts.send }, createIcon(ICON.send));
  const form = createElement('form', {}, input, send);
  const footer = createElement('div', { class: 'footer' });
  const panel = createElement(
    'div',
    { id: 'panel', class: 'panel', role: 'dialog', 'aria-labelledby': 'title', hidden: '' },
    createElement('div', { class: 'header' }, heading, actions, closeButton),
    body,
    form,
    footer,
  );
  return { panel, heading, actions, body, form, input, send, footer };
}
