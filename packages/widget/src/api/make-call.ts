import type { BatonApi, QueuedCall } from './baton-api.js';

/** Makes a queued call. The queue is written by hand on foreign pages, so an unknown name is passed over. */
export function makeCall(api: BatonApi, [name, ...details]: QueuedCall): void {
  if (Object.hasOwn(api, name)) Reflect.apply(api[name], api, details);
}
