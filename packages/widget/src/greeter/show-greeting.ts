import { primaryTag } from '../i18n/language.js';
import { createElement, createIcon } from '../platform/create-element.js';
import { attachToPage } from '../platform/host-page.js';
import type { Disposer } from '../platform/listen.js';
import { adoptStyles } from '../platform/style-sheet.js';
import css from './greeting.css?inline';

const CLOSE: Readonly<Record<string, string>> = {
  en: 'Close',
  de: 'Schließen',
  fr: 'Fermer',
  es: 'Cerrar',
  it: 'Chiudi',
  pt: 'Fechar',
  nl: 'Sluiten',
  ar: 'إغلاق',
};

interface GreetingLook {
  readonly position: string | undefined;
  readonly theme: string | undefined;
  readonly locale: string;
  readonly onOpen: () => void;
}

/** A bubble beside the launcher: a tap opens the chat. Takes no focus; screen readers hear it when they are free. */
export function showGreeting(text: string, { position, theme, locale, onOpen }: GreetingLook): Disposer {
  const host = createElement('div', { popover: 'manual' });
  const root = host.attachShadow({ mode: 'open' });
  const open = createElement('button', { type: 'button', class: 'text', dir: 'auto' });
  const close = createElement(
    'button',
    { type: 'button', class: 'close', 'aria-label': CLOSE[primaryTag(locale)] ?? 'Close' },
    createIcon('m6.5 6.5 11 11m0-11-11 11'),
  );
  const said = createElement('div', { role: 'status' }, open);
  adoptStyles(root, css);
  host.dataset['position'] = position ?? 'end';
  if (theme === 'light' || theme === 'dark') host.style.setProperty('--baton-scheme', theme);
  root.append(said, close);
  attachToPage(host);
  host.showPopover();
  // After the status region stands, so that it is heard.
  open.textContent = text;
  const hide = () => host.remove();
  close.onclick = hide;
  open.onclick = () => {
    hide();
    onOpen();
  };
  return hide;
}
