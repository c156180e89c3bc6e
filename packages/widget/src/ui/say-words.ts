import { effect } from '@preact/signals';
import type { PanelParts } from '../loader/chat-shell.js';
import type { Disposer } from '../platform/listen.js';
import type { Chat } from './chat.js';

/**
 * Says in the page's language what the loader could only say in English, and puts the site's own words in place of the
 * widget's, in the language that the server chose by ours.
 */
export function sayWords(
  { closer, input, send }: PanelParts,
  { texts, model: { client } }: Chat,
  redraw: () => void,
): Disposer {
  let replaced: unknown;
  return effect(() => {
    const own = client.session.value?.site.texts;
    if (own && own !== replaced) {
      replaced = own;
      Object.assign(texts, own);
      redraw();
    }
    closer.ariaLabel = texts.close;
    send.ariaLabel = texts.send;
    input.ariaLabel = texts.write;
    input.placeholder = client.view.value?.status === 'closed' ? texts.newChat : texts.write;
  });
}
