import { effect } from '@preact/signals';
import type { ExtrasTools } from '../extras/extras-tools.js';
import type { Disposer } from '../platform/listen.js';

/** Loads what files need, on a site that takes them. Where it cannot be had, a file is its name. */
export function loadFiles(tools: ExtrasTools): Disposer {
  let added: Promise<Disposer | undefined> | undefined;
  const stop = effect(() => {
    if (tools.client.session.value?.site.files)
      added ??= import('../entrypoints/uploads.js').then(
        ({ addFiles }) => addFiles(tools),
        () => undefined,
      );
  });
  return () => {
    stop();
    added?.then((end) => end?.());
  };
}
