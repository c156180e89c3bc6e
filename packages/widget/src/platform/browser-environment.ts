import type { ClientEnvironment } from '@baton/client';
import { disposeAll } from './disposer.js';
import { guardedStorage } from './guarded-storage.js';
import { isPageVisible, onPageVisibility } from './host-page.js';
import { listen } from './listen.js';

/** What the headless client needs, taken from the browser. */
export function browserEnvironment(locale: string): ClientEnvironment {
  return {
    storage: guardedStorage('localStorage'),
    now: () => Date.now(),
    random: () => Math.random(),
    newClientId,
    setTimer,
    onWake: (run) =>
      disposeAll([
        listen(window, 'online', run),
        listen(window, 'pageshow', run),
        onPageVisibility(() => {
          if (isPageVisible()) run();
        }),
      ]),
    page: () => ({
      url: window.location.href,
      title: document.title,
      referrer: document.referrer,
    }),
    locale: () => locale,
    timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone ?? 'UTC',
  };
}

export function setTimer(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

/** `randomUUID` exists in secure contexts only; `getRandomValues` everywhere. */
function newClientId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
