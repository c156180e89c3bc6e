import { effect } from '@preact/signals';
import type { ExtrasTools } from '../extras/extras-tools.js';
import type { Disposer } from '../platform/listen.js';

const loadUploads = () => import('../entrypoints/uploads.js');

/** Loads what a site's own settings add to the chat, once there is something of it. */
export function loadExtras(tools: ExtrasTools): Disposer {
  let added: Promise<Disposer> | undefined;
  const stop = effect(() => {
    const { consent, away, site } = tools.client.session.value ?? {};
    if (consent || away || site?.texts || site?.files)
      added ??= import('../entrypoints/extras.js').then(({ addExtras }) => addExtras(tools, loadUploads));
  });
  return () => {
    stop();
    added?.then((end) => end());
  };
}
