import type { BatonOptions } from '../config/widget-options.js';
import { addScript, hasPage, removeScript } from '../platform/add-script.js';
import { readBatonGlobal, writeBatonGlobal } from '../platform/baton-global.js';
import type { BatonApi, QueuedCall } from './baton-api.js';

/** The options, and how to fetch the loader. */
export interface LoadOptions extends BatonOptions {
  /** Origin of the Baton server, which the loader comes from: widget and server are always of one version. */
  readonly server: string;
  /** The nonce of the page's Content Security Policy. */
  readonly nonce?: string;
}

/**
 * Puts the script tag into the page, once, and returns the API. It can be called at once: calls wait until the loader is
 * there. After `destroy` it may be called again, as components do that come and go. Without a page, as on a server,
 * nothing happens.
 */
export function loadBaton({ nonce, ...options }: LoadOptions): BatonApi {
  const src = `${new URL(options.server).origin}/widget/loader.js`;
  keepAfterAll();
  addScript(src, options, nonce);
  const api: BatonApi = {
    init: (more) => {
      call('init', more);
      return api;
    },
    open: (given) => call('open', given),
    close: () => call('close'),
    toggle: () => call('toggle'),
    showLauncher: () => call('showLauncher'),
    hideLauncher: () => call('hideLauncher'),
    identify: (token) => call('identify', token),
    logout: () => call('logout'),
    setContext: (page) => call('setContext', page),
    setLocale: (locale) => call('setLocale', locale),
    setTheme: (theme) => call('setTheme', theme),
    on(event, listener) {
      call('on', event, listener);
      return () => call('off', event, listener);
    },
    off: (event, listener) => call('off', event, listener),
    destroy() {
      const isThere = hasPage() && !Array.isArray(readBatonGlobal() ?? []);
      call('destroy');
      if (isThere) removeScript(src);
    },
    push: (...calls) => {
      for (const [name, ...details] of calls) call(name, ...details);
    },
  };
  return api;
}

/**
 * A component that goes and comes back before the loader has run, as React does with every one in Strict Mode, has
 * queued the end of a widget that is wanted again.
 */
function keepAfterAll(): void {
  const queue = hasPage() ? readBatonGlobal() : null;
  if (Array.isArray(queue)) writeBatonGlobal(queue.filter(([name]) => name !== 'destroy'));
}

/** `window.Baton` is the queue first and the API later; both take calls as arrays. */
function call(...queued: readonly [QueuedCall[0], ...unknown[]]): void {
  if (!hasPage()) return;
  const current = readBatonGlobal();
  if (current) Reflect.apply(current.push, current, [queued]);
  else writeBatonGlobal([queued as never]);
}
