import * as module from 'node:module';
import { applyPatch, type Patch, urlOf } from './patch.ts';

/** Patches files as they are loaded into this process. Must come before the first of them is. */
export function patchLoadedFiles(patches: readonly Patch[]): void {
  const byUrl = new Map<string, readonly Patch[]>();
  for (const patch of patches) {
    const url = urlOf(patch.file);
    byUrl.set(url, [...(byUrl.get(url) ?? []), patch]);
  }
  if (!('registerHooks' in module)) throw new Error('the chaos harness needs Node 22.15 or newer');
  module.registerHooks({
    load(url, context, next) {
      const loaded = next(url, context);
      const wanted = byUrl.get(url);
      if (!wanted) return loaded;
      const { source } = loaded;
      const text = typeof source === 'string' ? source : Buffer.from(source as Uint8Array).toString('utf8');
      return { ...loaded, source: wanted.reduce(applyPatch, text) };
    },
  });
}
