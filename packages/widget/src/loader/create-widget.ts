import type { BatonApi } from '../api/baton-api.js';
import type { Emitter } from '../api/emitter.js';
import type { WidgetOptions } from '../config/widget-options.js';
import { primaryTag } from '../i18n/language.js';
import { OPEN, SHELL_TEXTS } from '../i18n/shell-texts.js';
import { createElement } from '../platform/create-element.js';
import { type EarlySocket, openEarlySocket } from '../platform/early-socket.js';
import { attachToPage, focusedElement } from '../platform/host-page.js';
import { adoptStyles, isColor } from '../platform/style-sheet.js';
import { tabStorage } from '../platform/tab-storage.js';
import { callChat } from './call-chat.js';
import type { ChatCall, ChatModule, ChatShell, MountedChat } from './chat-shell.js';
import { keepEarlyMessages } from './early-composer.js';
import { createFailure } from './failure.js';
import { createLauncher, type LauncherWords } from './launcher.js';
import loaderCss from './loader.css?inline';
import { createPanel } from './panel-parts.js';
import { createTabFlag } from './tab-flag.js';

/** What a widget needs of whoever puts it on the page. */
export interface WidgetPlace extends Pick<ChatShell, 'given' | 'unknownCalls'> {
  readonly host: HTMLElement;
  readonly emitter: Emitter;
  /** Called when the visitor shows interest, not before. */
  loadChat(): Promise<ChatModule>;
}

/** What one widget can do. `end` takes everything away but the host. */
export interface Widget extends Omit<BatonApi, 'push' | 'init' | 'setLocale' | 'destroy'> {
  end(): void;
}

/** Puts launcher and panel on the page. */
export function createWidget(
  options: WidgetOptions,
  { host, emitter, loadChat, ...names }: WidgetPlace,
): Widget {
  const { site, color, launcher: look = 'icon' } = options;
  const openFlag = createTabFlag(site, 'open');
  const ongoingFlag = createTabFlag(site, 'ongoing');
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const panel = createPanel(close);
  const launcher = createLauncher(OPEN[primaryTag(options.locale)] ?? 'Chat', options.label);
  const takeEarlyMessages = keepEarlyMessages(panel);
  const calls: ChatCall[] = [];
  let open = false;
  let said: LauncherWords = ['', '', SHELL_TEXTS.close];
  let returnFocusTo: HTMLElement | null = null;
  let chat: MountedChat | null = null;
  let isMounting = false;
  let isOver = false;
  let early: EarlySocket | null = null;

  if (color && isColor(color)) host.style.setProperty('--baton-color', color);
  host.dataset['position'] = options.position;
  host.dataset['launcher'] = look;
  setTheme(options.theme);
  const stopStyling = adoptStyles(root, loaderCss);
  root.replaceChildren(launcher.button, panel.panel);
  launcher.button.onclick = toggle;
  // A finger's `pointerenter` comes with its touch, before the click.
  launcher.button.onpointerenter = launcher.button.onfocus = prefetch;
  panel.panel.onkeydown = (event) => {
    if (event.key === 'Escape' && !event.isComposing) close();
  };
  launcher.show(open, said);
  if (!host.isConnected) attachToPage(host);
  if (openFlag.isOn()) show();
  else if (ongoingFlag.isOn()) setTimeout(mount, 1_500);
  else if (options.prefetch === 'idle') setTimeout(prefetch, 2_000);

  const shell: ChatShell = {
    options,
    root,
    panel,
    isOpen: () => open,
    close,
    adoptComposer: takeEarlyMessages,
    takeCalls: () => calls.splice(0),
    takeSocket() {
      const taken = early;
      early = null;
      return taken;
    },
    sayOnLauncher(...words) {
      said = words;
      launcher.show(open, said);
    },
    setOngoing: ongoingFlag.set,
    emitter,
    createElement,
    adoptStyles,
    tab: tabStorage,
    ...names,
  };

  return {
    open: openWithFocus,
    close,
    toggle,
    showLauncher() {
      host.dataset['launcher'] = look === 'none' ? '' : look;
    },
    hideLauncher() {
      host.dataset['launcher'] = 'none';
    },
    identify: (token) => pass(['identify', token]),
    logout() {
      pass(['logout']);
      // What is stored has to go, whether or not anybody opens the chat again.
      mount();
    },
    setContext: (page) => pass(['setContext', page]),
    setTheme,
    on: emitter.on,
    off: emitter.off,
    end() {
      isOver = true;
      chat?.end();
      early?.socket.close();
      stopStyling();
    },
  };

  function setTheme(theme = 'auto'): void {
    host.style.setProperty('--baton-scheme', theme === 'auto' ? '' : theme);
  }

  function pass(call: ChatCall): void {
    if (chat) callChat(chat, call);
    else calls.push(call);
  }

  function toggle(): void {
    if (open) close();
    else openWithFocus();
  }

  function openWithFocus(given?: { readonly message?: string }): void {
    const { input } = panel;
    if (given?.message && !input.value) {
      input.value = given.message;
      input.dispatchEvent(new Event('input'));
    }
    if (open) return;
    returnFocusTo = focusedElement();
    show();
    // Inside the click, or phones do not bring up the keyboard.
    input.focus();
  }

  function show(): void {
    if (!chat) early ??= openEarlySocket(options.server);
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
    launcher.show(open, said);
    emitter.emit(on ? 'opened' : 'closed', undefined);
  }

  function prefetch(): void {
    loadChat().catch(() => undefined); // Opening tries again and then says so.
  }

  function mount(): void {
    if (isMounting) return;
    isMounting = true;
    loadChat().then(
      ({ mountChat }) => {
        if (isOver) return;
        chat = mountChat(shell);
        emitter.emit('ready', undefined);
      },
      () => {
        isMounting = false;
        emitter.emit('error', { code: 'load_failed' });
        panel.body.append(
          createFailure(() => {
            panel.input.focus();
            mount();
          }),
        );
      },
    );
  }
}
