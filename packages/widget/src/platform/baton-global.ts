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

export function writeBatonGlobal(api: BatonApi): void {
  window.Baton = api;
}

export function removeBatonGlobal(): void {
  delete window.Baton;
}
