import type { BatonOptions } from '../config/widget-options.js';
import type { BatonApi, BatonEvents } from './baton-api.js';

/** Every key of `T`, or the compiler complains. */
function all<T>(names: Readonly<Record<keyof T, 1>>): readonly string[] {
  return Object.keys(names);
}

export const OPTIONS = all<Required<BatonOptions>>({
  site: 1,
  server: 1,
  color: 1,
  position: 1,
  label: 1,
  launcher: 1,
  locale: 1,
  theme: 1,
  prefetch: 1,
  personal: 1,
});

export const EVENTS = all<BatonEvents>({
  ready: 1,
  opened: 1,
  closed: 1,
  message: 1,
  unread: 1,
  qualified: 1,
  'handoff.requested': 1,
  'handoff.accepted': 1,
  rated: 1,
  error: 1,
});

export const CALLS = all<Omit<BatonApi, 'push'>>({
  init: 1,
  open: 1,
  close: 1,
  toggle: 1,
  showLauncher: 1,
  hideLauncher: 1,
  identify: 1,
  logout: 1,
  setContext: 1,
  setLocale: 1,
  setTheme: 1,
  on: 1,
  off: 1,
  destroy: 1,
});
