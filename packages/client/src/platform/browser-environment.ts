import type { ClientEnvironment } from '../contract.js';

/** The client's surroundings in a browser tab. The only file of this package that knows a browser global. */
export function browserEnvironment(): ClientEnvironment {
  return {
    // `localStorage` may throw as soon as it is named: every access stays inside a call that the client guards.
    storage: {
      get: (key) => localStorage.getItem(key),
      set: (key, value) => localStorage.setItem(key, value),
      remove: (key) => localStorage.removeItem(key),
      onChange: (run) =>
        listen(window, 'storage', (event) => run(event instanceof StorageEvent ? event.key : null)),
    },
    now: () => Date.now(),
    random: () => Math.random(),
    newClientId,
    setTimer(run, ms) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    onWake(run) {
      const stop = [
        listen(window, 'online', run),
        listen(window, 'pageshow', run),
        listen(document, 'visibilitychange', () => {
          if (document.visibilityState === 'visible') run();
        }),
      ];
      return () => {
        for (const forget of stop) forget();
      };
    },
    page: () => ({ url: location.href, title: document.title, referrer: document.referrer }),
    locale: () => document.documentElement.lang || navigator.language || 'en',
    timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC',
  };
}

function listen(target: EventTarget, type: string, run: (event: Event) => void): () => void {
  target.addEventListener(type, run);
  return () => target.removeEventListener(type, run);
}

/** 128 random bits. `randomUUID` exists in secure contexts only, `getRandomValues` everywhere. */
function newClientId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
