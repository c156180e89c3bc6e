import type { BatonApi } from '../api/baton-api.js';
import { createEmitter } from '../api/emitter.js';
import type { WidgetOptions } from '../config/widget-options.js';
import { chooseLanguage, isRightToLeft } from '../i18n/language.js';
import { SHELL_TEXTS } from '../i18n/shell-texts.js';
import { removeBatonGlobal } from '../platform/baton-global.js';
import { createElement } from '../platform/create-element.js';
import { attachToPage, focusedElement } from '../platform/host-page.js';
import type { Disposer } from '../platform/listen.js';
import { createShadowHost } from '../platform/shadow-host.js';
import { adoptStyles, isColor } from '../platform/style-sheet.js';
import type { ChatModule, ChatShell } from './chat-shell.js';
import { keepEarlyMessages } from './early-composer.js';
import { createLauncher } from './launcher.js';
import loaderCss from './loader.css?inline';
import { createPanel } from './panel-parts.js';
import { createTabFlag } from './tab-flag.js';

/** Puts launcher and panel on the page. `loadChat` is called when the visitor shows interest, not before. */
export function createWidget(
  options: WidgetOptions,
  loadChat: () => Promise<ChatModule>,
): Omit<BatonApi, 'push'> {
  const language = chooseLanguage(options.locale);
  const texts = SHELL_TEXTS[language];
  const emitter = createEmitter();
  const openFlag = createTabFlag(options.site, 'open');
  const ongoingFlag = createTabFlag(options.site, 'ongoing');
  const { host, root } = createShadowHost();
  const panel = createPanel(texts, close);
  const launcher = createLauncher(texts, options.label);
  const takeEarlyMessages = keepEarlyMessages(panel);
  let open = false;
  let unread = 0;
  let returnFocusTo: HTMLElement | null = null;
  let endChat: Disposer | null = null;
  let mounting = false;

  dressHost(host, options, language);
  adoptStyles(root, loaderCss);
  root.append(launcher.button, panel.panel);
  launcher.button.onclick = toggle;
  // A finger's `pointerenter` comes with its touch, before the click.
  launcher.button.onpointerenter = launcher.button.onfocus = prefetch;
  panel.panel.onkeydown = (event) => {
    if (event.key === 'Escape' && !event.isComposing) close();
  };
  launcher.show(open, unread);
  attachToPage(host);
  if (openFlag.isOn()) show();
  else if (ongoingFlag.isOn()) setTimeout(mount, 1_500);

  const shell: ChatShell = {
    options,
    root,
    panel,
    isOpen: () => open,
    close,
    adoptComposer: takeEarlyMessages,
    setUnread(count) {
      unread = count;
      launcher.show(open, unread);
    },
    setOngoing: ongoingFlag.set,
    emitter,
  };

  return {
    open: openWithFocus,
    close,
    toggle,
    destroy() {
      endChat?.();
      host.remove();
      removeBatonGlobal();
    },
    on: emitter.on,
  };

  function toggle(): void {
    if (open) close();
    else openWithFocus();
  }

  function openWithFocus(): void {
    if (open) return;
    returnFocusTo = focusedElement();
    show();
    // Inside the click, or phones do not bring up the keyboard.
    panel.input.focus();
  }

  function show(): void {
    setOpen(true);
    // The panel paints first; the chunk is evaluated afterwards.
    setTimeout(mount);
  }

  function close(): void {
    if (!open) return;
    const hadFocus = root.activeElement !== null;
    setOpen(false);
    if (!hadFocus) return;
    launcher.button.focus();
    // Back to the page's own button that opened us. Does nothing when it is gone, or was the launcher or the body.
    returnFocusTo?.focus();
  }

  function setOpen(on: boolean): void {
    open = on;
    panel.panel.hidden = !on;
    openFlag.set(on);
    launcher.show(open, unread);
    emitter.emit(on ? 'open' : 'close', undefined);
  }

  function prefetch(): void {
    loadChat().catch(() => undefined); // Opening tries again and then says so.
  }

  function mount(): void {
    if (mounting || !host.isConnected) return;
    mounting = true;
    loadChat().then(
      (chat) => {
        if (host.isConnected) endChat = chat.mountChat(shell);
      },
      () => {
        mounting = false;
        showFailure();
      },
    );
  }

  function showFailure(): void {
    const again = createElement('button', {}, texts.again);
    const failure = createElement('div', { class: 'failure', role: 'alert' }, texts.failed, again);
    again.onclick = () => {
      failure.remove();
      panel.input.focus();
      mount();
    };
    panel.body.append(failure);
  }
}

function dressHost(host: HTMLElement, options: WidgetOptions, language: string): void {
  host.lang = language;
  host.dir = isRightToLeft(options.locale) ? 'rtl' : 'ltr';
  host.dataset['position'] = options.position;
  if (options.theme !== 'auto') host.style.setProperty('--baton-scheme', options.theme);
  if (options.color && isColor(options.color)) host.style.setProperty('--baton-color', options.color);
}
