import type { BatonApi } from '../api/baton-api.js';
import { makeCall } from '../api/make-call.js';
import { resolveOptions } from '../config/resolve-options.js';
import { readBatonGlobal, writeBatonGlobal } from '../platform/baton-global.js';
import { pageLocale } from '../platform/host-page.js';
import { findOwnScript } from '../platform/own-script.js';
import { createChatChunk } from './chat-chunk.js';
import { createWidget } from './create-widget.js';

/** Reads the script tag, puts the widget on the page and makes the calls that were queued. */
export function start(): void {
  const before = readBatonGlobal();
  // The same tag twice or three times, as tag managers do it: the first one counts.
  if (before && !Array.isArray(before)) return;
  const script = findOwnScript();
  const options = script && resolveOptions(script.dataset, { server: script.src, locale: pageLocale() });
  if (!options) {
    console.error('Baton: the script tag has no data-site.');
    return;
  }
  const widget = createWidget(options, createChatChunk(new URL('.', script.src).href));
  const api: BatonApi = {
    ...widget,
    push(...calls) {
      for (const call of calls) makeCall(api, call);
    },
  };
  writeBatonGlobal(api);
  api.push(...(before ?? []));
}
