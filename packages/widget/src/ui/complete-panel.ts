import type { ChatShell } from '../loader/chat-shell.js';

/** Adds the rooms that only the chat needs. `above` the text box and `below` all are there for what stands in them. */
export function completePanel({ createElement, panel: { panel, closer, form } }: ChatShell) {
  const actions = createElement('div', { class: 'actions' });
  const above = createElement('div', { class: 'above' });
  const footer = createElement('div', { class: 'footer' });
  const below = createElement('div', {});
  closer.before(actions);
  form.before(above);
  panel.append(footer, below);
  return { actions, above, footer, below };
}
