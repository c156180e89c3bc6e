import type { KeyValueStore } from '@baton/client';

/**
 * The browser's storage, or nothing. Reading the property alone may throw (cross-site frames, blocked cookies),
 * writing may exceed the quota: the widget then works without memory.
 */
export function guardedStorage(kind: 'localStorage' | 'sessionStorage'): KeyValueStore {
  const attempt = <T>(use: (storage: Storage) => T): T | null => {
    try {
      return use(window[kind]);
    } catch {
      return null;
    }
  };
  return {
    get: (key) => attempt((storage) => storage.getItem(key)),
    set: (key, value) => {
      attempt((storage) => storage.setItem(key, value));
    },
    remove: (key) => {
      attempt((storage) => storage.removeItem(key));
    },
  };
}
