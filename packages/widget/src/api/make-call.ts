import type { BatonApi, QueuedCall } from './baton-api.js';

/** Makes a queued call. The queue is written by hand on foreign pages: a name that is not ours is put on a list. */
export function makeCall(api: BatonApi, [name, ...details]: QueuedCall, unknown: unknown[]): void {
  if (Object.hasOwn(api, name)) (api[name] as (...given: readonly unknown[]) => unknown)(...details);
  else unknown.push(name);
}
