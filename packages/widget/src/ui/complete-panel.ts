import type { Texts } from '../i18n/texts-en.js';
import type { PanelParts } from '../loader/chat-shell.js';
import { createElement } from '../platform/create-element.js';

/** Adds the rooms that only the chat needs, and says in the page's language what the shell could only say in English. */
export function completePanel({ panel, closer, input, send }: PanelParts, texts: Texts) {
  const actions = createElement('div', { class: 'actions' });
  const footer = createElement('div', { class: 'footer' });
  closer.before(actions);
  panel.append(footer);
  closer.ariaLabel = texts.close;
  send.ariaLabel = texts.send;
  input.ariaLabel = input.placeholder = texts.write;
  return { actions, footer };
}
