import type { BatonApi, QueuedCall } from '../api/baton-api.js';

declare global {
  interface Window {
    /** Before the loader has run: an array of calls to be made. Afterwards: the API. */
    Baton?: BatonApi | QueuedCall[];
  }
}

export function readBatonGlobal(): BatonApi | QueuedCall[] | undefined {
  return window.Baton;
}

export function writeBatonGlobal(api: BatonApi | QueuedCall[]): void {
  window.Baton = api;
}

/** Only while it is ours: of two widgets the other one's stays. */
export function removeBatonGlobal(api: BatonApi): void {
  if (window.Baton === api) delete window.Baton;
}
