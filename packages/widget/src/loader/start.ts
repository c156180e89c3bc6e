import type { BatonApi } from '../api/baton-api.js';
import { createEmitter } from '../api/emitter.js';
import { makeCall } from '../api/make-call.js';
import { type GivenOptions, resolveOptions } from '../config/resolve-options.js';
import { readBatonGlobal, removeBatonGlobal, writeBatonGlobal } from '../platform/baton-global.js';
import { pageLocale } from '../platform/host-page.js';
import { findOwnScript } from '../platform/own-script.js';
import { createShadowHost, defineShadowHost } from '../platform/shadow-host.js';
import { createChatChunk } from './chat-chunk.js';
import { createWidget } from './create-widget.js';

/**
 * Reads the script tag, puts the widget on the page and makes the calls that were queued. A tag without a site waits for
 * a `<baton-chat>` in the markup.
 */
export function start(): void {
  const before = readBatonGlobal();
  const script = findOwnScript();
  if (!script) return;
  const { src, dataset } = script;
  // The same tag twice or three times, as tag managers do it, is one widget; another site's tag is a second one.
  if (before && !Array.isArray(before)) {
    if (dataset['site']) before.init(dataset as never);
    return;
  }
  const loadChat = createChatChunk(new URL('.', src).href);
  const widgets = new Map<unknown, BatonApi>();

  if (dataset['site']) init(dataset);
  defineShadowHost((host, isThere) => {
    const { site } = host.dataset;
    // Ours has no site of its own: this one stands in the page's markup.
    if (!site) return;
    if (isThere) init(host.dataset, host);
    else widgets.get(site)?.destroy();
  });

  function init(given: GivenOptions, host = createShadowHost()): BatonApi {
    const known = widgets.get(given.site);
    if (known) return known;

    const options = resolveOptions(given, { server: src, locale: pageLocale() });
    const unknownCalls: unknown[] = [];
    const place = { host, loadChat, emitter: createEmitter(), given: Object.keys(given), unknownCalls };
    let widget = createWidget(options, place);
    const api: BatonApi = {
      ...widget,
      init: (more) => init(more),
      setLocale(locale) {
        widget.end();
        widget = createWidget({ ...options, locale }, place);
        Object.assign(api, widget);
      },
      destroy() {
        widget.end();
        host.remove();
        widgets.delete(given.site);
        removeBatonGlobal(api);
      },
      push(...calls) {
        for (const call of calls) makeCall(api, call, unknownCalls);
      },
    };
    widgets.set(given.site, api);
    const queue = readBatonGlobal() ?? [];
    if (Array.isArray(queue)) {
      writeBatonGlobal(api);
      api.push(...queue);
    }
    return api;
  }
}
