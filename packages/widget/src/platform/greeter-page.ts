import { HTTP_PATH } from '@baton/shared-types';
import type { RulePage } from '../greeter/fits-page.js';
import { type Disposer, listen } from './listen.js';

/** Where the greeter's own tag stands, and what the widget's tag beside it says. */
export interface GreeterTag {
  readonly server: string;
  readonly site: string;
  readonly position: string | undefined;
  readonly theme: string | undefined;
  readonly locale: string;
}

/** Null: no tag says for which site. */
export function findGreeterTag(): GreeterTag | null {
  const own = document.querySelector<HTMLScriptElement>('script[src*="/widget/greetings"]');
  const widget = document.querySelector<HTMLScriptElement>('script[data-site][src*="/widget/loader"]');
  const given = { ...widget?.dataset, ...own?.dataset };
  if (!own || !given['site']) return null;
  return {
    server: new URL(own.src).origin,
    site: given['site'],
    position: given['position'],
    theme: given['theme'],
    locale: given['locale'] ?? (document.documentElement.lang || navigator.language || 'en'),
  };
}

export function rulePage(): RulePage {
  return { path: location.pathname, campaign: new URLSearchParams(location.search).get('utm_campaign') };
}

/** The pointer leaves the page at its top, where tabs and the address are. */
export function onLeaving(run: () => void): Disposer {
  return listen(document.documentElement, 'mouseleave', (event) => {
    if (event instanceof MouseEvent && event.clientY <= 0) run();
  });
}

/** Runs once the page can be seen: now, or when its tab comes to the front. */
export function whenVisible(run: () => void): Disposer {
  if (document.visibilityState === 'visible') {
    run();
    return () => undefined;
  }
  return listen(document, 'visibilitychange', () => {
    if (document.visibilityState === 'visible') run();
  });
}

/** The value of the reply; null when there is none, for whatever reason. */
export async function ask(
  server: string,
  what: 'greetings' | 'greetingShown',
  body: object,
): Promise<unknown> {
  try {
    // `text/plain`: no permission has to be asked first. Alive also while the page goes.
    const response = await fetch(server + HTTP_PATH[what], {
      method: 'POST',
      body: JSON.stringify(body),
      keepalive: true,
    });
    const reply = await response.json();
    return reply.ok ? reply.value : null;
  } catch {
    return null;
  }
}
