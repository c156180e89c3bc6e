import type { Disposer } from '../platform/listen.js';
import type { ExtrasTools } from './extras-tools.js';

/** The chat imports for it: what an import is compiled to is the chat's as well. */
export type LoadUploads = () => Promise<{ addFiles(tools: ExtrasTools): Disposer }>;

/** Loads what files need, on a site that takes them. Where it cannot be had, a file is its name. */
export function loadFiles(tools: ExtrasTools, loadUploads: LoadUploads): Disposer {
  let added: Promise<Disposer> | undefined;
  const stop = tools.effect(() => {
    if (tools.client.session.value?.site.files)
      added ??= loadUploads().then(
        ({ addFiles }) => addFiles(tools),
        () => () => {},
      );
  });
  return () => {
    stop();
    added?.then((end) => end());
  };
}
