import type { PanelParts } from '../loader/chat-shell.js';
import { createElement } from '../platform/create-element.js';

/** Adds the rooms that only the chat needs. `above` the text box and `below` all are there for what stands in them. */
export function completePanel({ panel, closer, form }: PanelParts) {
  const actions = createElement('div', { class: 'actions' });
  const above = createElement('div', { class: 'above' });
  const footer = createElement('div', { class: 'footer' });
  const below = createElement('div', {});
  closer.before(actions);
  form.before(above);
  panel.append(footer, below);
  return { actions, above, footer, below };
}
