import { guardedStorage } from '../platform/guarded-storage.js';

/** One bit that this tab remembers from page to page. */
export interface TabFlag {
  isOn(): boolean;
  set(on: boolean): void;
}

export function createTabFlag(site: string, name: string): TabFlag {
  const storage = guardedStorage('sessionStorage');
  const key = `baton:${site}:${name}`;
  return {
    isOn: () => storage.get(key) === '1',
    set: (on) => storage.set(key, on ? '1' : ''),
  };
}
