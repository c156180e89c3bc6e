import type { KeyValueStore } from './contract.js';

/** A store that never throws and says whether it kept what it was given. */
export interface GuardedStorage {
  read(key: string): string | null;
  /** Removes when `value` is null. False: nothing was kept, or the old value still stands. */
  write(key: string, value: string | null): boolean;
}

/** Reading back is the only proof: storage may be denied, full, or accept everything and keep nothing. */
export function guardStorage(store: KeyValueStore): GuardedStorage {
  function read(key: string): string | null {
    try {
      return store.get(key);
    } catch {
      return null;
    }
  }
  return {
    read,
    write(key, value) {
      try {
        if (value === null) store.remove(key);
        else store.set(key, value);
      } catch {
        return false;
      }
      return read(key) === value;
    },
  };
}
