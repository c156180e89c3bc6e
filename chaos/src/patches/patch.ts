import { fileURLToPath } from 'node:url';

const PACKAGES = new URL('../../../packages/', import.meta.url);

/** A change to one built file, made while it is loaded; the file on disk stays as it is. */
export interface Patch {
  /** Below `packages/`. */
  readonly file: string;
  /** What stands there and what takes its place. Each text must stand there exactly once. */
  readonly replace?: readonly (readonly [from: string, to: string])[];
  /** Code at the end of the module. */
  readonly append?: string;
}

export function urlOf(file: string): string {
  return new URL(file, PACKAGES).href;
}

export function pathOf(file: string): string {
  return fileURLToPath(urlOf(file));
}

/** The patched source. A text that is no longer there means that the patch has to be written anew: it throws. */
export function applyPatch(source: string, patch: Patch): string {
  let patched = source;
  for (const [from, to] of patch.replace ?? []) {
    const at = patched.indexOf(from);
    if (at < 0) throw new Error(`${patch.file} no longer holds the text that a patch replaces:\n${from}`);
    if (patched.indexOf(from, at + 1) >= 0)
      throw new Error(`${patch.file} holds the text that a patch replaces more than once:\n${from}`);
    patched = patched.slice(0, at) + to + patched.slice(at + from.length);
  }
  // On lines of its own: a built file ends with a comment.
  return patch.append ? `${patched}\n${patch.append}\n` : patched;
}
