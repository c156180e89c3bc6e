import { disposeAll, type Disposer } from './disposer.js';
import { listen } from './listen.js';

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

export function isPageVisible(): boolean {
  return document.visibilityState === 'visible';
}

export function onPageVisibility(run: () => void): Disposer {
  return listen(document, 'visibilitychange', run);
}

export function isDeviceOnline(): boolean {
  return navigator.onLine;
}

export function onDeviceOnline(run: () => void): Disposer {
  return disposeAll([listen(window, 'online', run), listen(window, 'offline', run)]);
}

export function reloadPage(): void {
  window.location.reload();
}
