import { createBrowserEnvironment, createBrowserStore } from './browser-environment.js';
import { chime } from './chime.js';
import type { NoticePermission, Platform } from './platform.js';

/** The console's surroundings in a real browser tab. */
export function createBrowserPlatform(): Platform {
  return {
    environment: createBrowserEnvironment(),
    store: createBrowserStore('baton.console.'),
    origin: location.origin,
    fetch: (input, init) => fetch(input, init),
    root: () => document.getElementById('app') ?? document.body,
    reload: () => location.reload(),
    hidden: () => document.visibilityState === 'hidden',
    setTitle(title) {
      document.title = title;
    },
    setTheme(theme) {
      if (theme === 'system') delete document.documentElement.dataset['theme'];
      else document.documentElement.dataset['theme'] = theme;
    },
    setLanguage(language) {
      document.documentElement.lang = language;
    },
    languages: () => navigator.languages,
    copy: (text) =>
      navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      ),
    noticePermission,
    async askForNotices() {
      if (noticePermission() === 'unsupported') return 'unsupported';
      await Notification.requestPermission();
      return noticePermission();
    },
    notify({ title, body, tag }, onClick) {
      if (noticePermission() !== 'granted') return;
      const notice = new Notification(title, { body, tag });
      notice.onclick = () => {
        focus();
        notice.close();
        onClick();
      };
    },
    chime,
    onKey(listener) {
      const heard = (event: KeyboardEvent) => {
        if (event.isComposing || event.repeat) return;
        listener({
          key: event.key,
          typing: isField(event.target),
          inDialog: event.target instanceof Element && event.target.closest('dialog') !== null,
          modified: event.ctrlKey || event.metaKey || event.altKey,
          command: (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey,
          consume: () => event.preventDefault(),
        });
      };
      addEventListener('keydown', heard);
      return () => removeEventListener('keydown', heard);
    },
    takeLinkToken,
    onLinkToken(run) {
      const changed = () => {
        const token = takeLinkToken();
        if (token) run(token);
      };
      addEventListener('hashchange', changed);
      return () => removeEventListener('hashchange', changed);
    },
    onResize(element, run) {
      const observer = new ResizeObserver(run);
      observer.observe(element);
      return () => observer.disconnect();
    },
    calm: () => matchMedia('(prefers-reduced-motion: reduce)').matches,
    inkOf(element) {
      const style = getComputedStyle(element);
      return {
        text: style.color,
        edge: style.borderTopColor,
        font: `12px ${style.fontFamily}`,
      };
    },
    onColours(run) {
      const media = matchMedia('(prefers-color-scheme: dark)');
      const observer = new MutationObserver(run);
      media.addEventListener('change', run);
      observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
      return () => {
        media.removeEventListener('change', run);
        observer.disconnect();
      };
    },
    closeMenus() {
      for (const menu of document.querySelectorAll<HTMLElement>('[popover]:popover-open')) menu.hidePopover();
    },
    focus(id) {
      document.getElementById(id)?.focus();
    },
  };
}

function takeLinkToken(): string | null {
  const [path, query] = location.hash.slice(1).split('?');
  if (path !== '/sign-in') return null;
  history.replaceState(null, '', location.pathname + location.search);
  return new URLSearchParams(query).get('token');
}

function noticePermission(): NoticePermission {
  if (typeof Notification === 'undefined') return 'unsupported';
  return Notification.permission === 'default' ? 'ask' : Notification.permission;
}

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
}
