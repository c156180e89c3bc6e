import type { ClientEnvironment, KeyValueStore } from '@baton/client';

/** The client's surroundings in a real browser tab. */
export function createBrowserEnvironment(): ClientEnvironment {
  return {
    storage: createBrowserStore('baton.console.'),
    now: () => Date.now(),
    random: () => Math.random(),
    newClientId: () => crypto.randomUUID(),
    setTimer(run, ms) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    onWake(run) {
      const whenShown = () => {
        if (document.visibilityState === 'visible') run();
      };
      addEventListener('online', run);
      document.addEventListener('visibilitychange', whenShown);
      return () => {
        removeEventListener('online', run);
        document.removeEventListener('visibilitychange', whenShown);
      };
    },
    page: () => ({ url: location.href, title: document.title, referrer: '' }),
    locale: () => navigator.language,
    timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}

/** `localStorage` under a prefix. Throws where the browser forbids it; callers survive that. */
export function createBrowserStore(prefix: string): KeyValueStore {
  return {
    get: (key) => localStorage.getItem(prefix + key),
    set: (key, value) => localStorage.setItem(prefix + key, value),
    remove: (key) => localStorage.removeItem(prefix + key),
  };
}
