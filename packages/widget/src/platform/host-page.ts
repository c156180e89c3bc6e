import { type Disposer, disposeAll, listen } from './listen.js';

/** The page's language, else the device's. */
export function pageLocale(): string {
  return document.documentElement.lang || navigator.language || 'en';
}

/** Beside the body, so that frameworks which replace the body leave the widget alone. */
export function attachToPage(host: HTMLElement): void {
  document.documentElement.append(host);
}

/** Where the focus is; the host element when it is inside a shadow root, the body when it is nowhere. */
export function focusedElement(): HTMLElement | null {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement ? activeElement : null;
}

/** Calls back with whether the page can be seen: at once and after every change. */
export function watchPageVisibility(run: (visible: boolean) => void): Disposer {
  const tell = () => run(document.visibilityState === 'visible');
  tell();
  return listen(document, 'visibilitychange', tell);
}

/** Calls back with whether the device has a network: at once and after every change. */
export function watchDeviceOnline(run: (online: boolean) => void): Disposer {
  const tell = () => run(navigator.onLine);
  tell();
  return disposeAll([listen(window, 'online', tell), listen(window, 'offline', tell)]);
}

export function pageOrigin(): string {
  return location.origin;
}

export function reloadPage(): void {
  location.reload();
}
