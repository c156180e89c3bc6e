import { createElement } from '../platform/create-element.js';
import type { PanelParts } from './chat-shell.js';

/**
 * Lets the visitor write and send before the chat has arrived: sent lines are shown at once and kept.
 * The returned function ends this and gives them back, oldest first.
 */
export function keepEarlyMessages({ form, input, body }: PanelParts): () => readonly string[] {
  const kept: string[] = [];
  form.onsubmit = (event) => {
    event.preventDefault();
    const text = input.value.trim();
    if (!text) return;
    kept.push(text);
    body.append(createElement('p', { class: 'kept', dir: 'auto' }, text));
    input.value = '';
  };
  input.onkeydown = (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  };
  return () => {
    form.onsubmit = input.onkeydown = null;
    return kept;
  };
}
