import { tabStorage } from '../platform/tab-storage.js';

/** One bit that this tab remembers from page to page. */
export interface TabFlag {
  isOn(): boolean;
  set(on: boolean): void;
}

export function createTabFlag(site: string, name: string): TabFlag {
  const key = `baton:${site}:${name}`;
  return {
    isOn: () => tabStorage.read(key) === '1',
    set: (on) => tabStorage.write(key, on ? '1' : ''),
  };
}
