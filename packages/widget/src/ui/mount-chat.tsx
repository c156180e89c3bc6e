import type { GuardedStorage } from '@baton/client';
import { computed, effect, signal } from '@preact/signals';
import { type ComponentChild, render } from 'preact';
import { jsx } from 'preact/jsx-runtime';
import type { BatonApi } from '../api/baton-api.js';
import { type ChatModel, createChatModel } from '../core/chat-model.js';
import { sayPlace } from '../core/say-place.js';
import type { ChatClient } from '../core/shown-view.js';
import { createTimeFormat } from '../i18n/format-time.js';
import { chooseLanguage, isRightToLeft } from '../i18n/language.js';
import { loadTexts } from '../i18n/load-texts.js';
import type { Words } from '../i18n/text-files.js';
import type { Texts } from '../i18n/texts-en.js';
import { callChat } from '../loader/call-chat.js';
import type { ChatShell, MountedChat } from '../loader/chat-shell.js';
import { watchDeviceOnline, watchPageVisibility } from '../platform/host-page.js';
import { type Disposer, disposeAll } from '../platform/listen.js';
import { matchesMedia } from '../platform/media-query.js';
import { followVisualViewport } from '../platform/visual-viewport.js';
import { Away } from './away/away.js';
import type { Chat } from './chat.js';
import { ChatBody } from './chat-body.js';
import { chatStyles } from './chat-styles.js';
import { completePanel } from './complete-panel.js';
import { adoptComposer } from './composer/adopt-composer.js';
import { CharactersLeft } from './composer/characters-left.js';
import { askConsent } from './consent/ask-consent.js';
import { rememberRefusal } from './consent/remember-refusal.js';
import { createSound } from './create-sound.js';
import { Heading } from './heading/heading.js';
import { hintDevelopers } from './hint-developers.js';
import { loadFiles } from './load-files.js';
import { Menu } from './menu/menu.js';
import { PersonButton } from './person/person-button.js';
import { sayWords } from './say-words.js';
import { keepFocusInSheet } from './sheet/keep-focus-in-sheet.js';
import { tellPage } from './tell-page.js';

export interface Surroundings {
  /** What this browser remembers. */
  readonly storage: GuardedStorage;
  readonly setContext: BatonApi['setContext'];
}

/** Connects, and fills the loader's panel once the words of its language are there. */
export function mountChat(
  shell: ChatShell,
  client: ChatClient,
  { storage, setContext }: Surroundings,
): MountedChat {
  let isOver = false;
  let end: Disposer = client.destroy;
  const mounted: MountedChat = {
    end() {
      isOver = true;
      end();
    },
    identify: client.identify,
    logout: client.logout,
    setContext,
  };
  for (const call of shell.takeCalls()) callChat(mounted, call);
  client.connect();
  // Until then the loader's panel takes what is written.
  void loadTexts(chooseLanguage(shell.options.locale)).then((words) => {
    if (!isOver) end = furnish(shell, client, storage, words);
  });
  return mounted;
}

/** Takes over the panel, and sends what was written before. */
function furnish(
  shell: ChatShell,
  client: ChatClient,
  storage: GuardedStorage,
  { texts, fixed }: Words,
): Disposer {
  const { options, panel, emitter } = shell;
  const isOpen = signal(shell.isOpen());
  const isPageVisible = signal(true);
  const isDeviceOnline = signal(true);
  const draft = signal('');
  const watching = disposeAll([
    emitter.on('opened', () => {
      isOpen.value = true;
    }),
    emitter.on('closed', () => {
      isOpen.value = false;
    }),
    watchPageVisibility((visible) => {
      isPageVisible.value = visible;
    }),
    watchDeviceOnline((online) => {
      isDeviceOnline.value = online;
    }),
  ]);

  const isSeen = computed(() => isOpen.value && isPageVisible.value);
  const model = createChatModel({
    client,
    isSeen,
    isDeviceOnline,
    storage,
    siteKey: options.site,
  });
  const language = chooseLanguage(options.locale);
  const sound = createSound(storage, options.site);
  const formatTime = createTimeFormat(options.locale);
  const moveFocusOn = () => {
    // On a touch screen the text box would bring up the keyboard over the answer.
    const log = panel.body.querySelector<HTMLElement>('.log');
    (matchesMedia('(pointer: coarse)') && log ? log : panel.input).focus();
  };
  const chat: Chat = {
    model,
    // Its own copy: a site may replace words.
    texts: { ...texts },
    fixed,
    sound: sound.isOn,
    files: signal(),
    formatTime: (at) => formatTime(at, Date.now()),
    company: computed(() => client.session.value?.site.companyName ?? ''),
    assistant: computed(() => client.session.value?.site.assistantName ?? ''),
    waits: computed(() => sayPlace(client.place.value, fixed, language)),
    moveFocusOn,
    say(text) {
      moveFocusOn();
      model.say(text);
    },
  };

  panel.panel.lang = language;
  panel.panel.dir = isRightToLeft(options.locale) ? 'rtl' : 'ltr';
  const { actions, above, footer, below } = completePanel(shell);
  const { Question, Withdraw } = askConsent(chat);
  const rooms: readonly (readonly [HTMLElement, (chat: Chat) => ComponentChild])[] = [
    [panel.heading, (chat) => <Heading chat={chat} />],
    [actions, (chat) => <Menu chat={chat} />],
    [panel.body, (chat) => <ChatBody chat={chat} />],
    [
      above,
      (chat) => (
        <>
          <Away chat={chat} />
          <Question />
        </>
      ),
    ],
    [
      footer,
      (chat) => (
        <>
          <PersonButton chat={chat} />
          <CharactersLeft chat={chat} draft={draft} />
        </>
      ),
    ],
    [below, () => <Withdraw />],
  ];
  const redraw = () => {
    // Another object, or what has the same as before is passed over.
    for (const [room, content] of rooms) render(content({ ...chat }), room);
  };
  // In place of what the loader put there.
  for (const [room] of rooms) room.replaceChildren();
  redraw();
  const early = shell.adoptComposer();
  const dispose = disposeAll([
    watching,
    shell.adoptStyles(shell.root, chatStyles),
    () => {
      for (const [room] of rooms) render(null, room);
    },
    adoptComposer(shell, chat, draft),
    keepFocusInSheet(panel.panel),
    followVisualViewport(panel.panel),
    tellUnread(shell, model, chat.texts),
    tellPage(shell, client),
    hintDevelopers(shell, client.connection),
    sayWords(panel, chat, redraw),
    rememberRefusal(shell, client, storage),
    loadFiles({ shell, client, chat, signal, jsx, render }),
    effect(() => shell.setOngoing(client.view.value?.status === 'open')),
    sound.follow(model.arrivals, isSeen),
    model.dispose,
    () => client.destroy(),
  ]);
  for (const text of early) model.say(text);
  return dispose;
}

/** Launcher and page hear about every change, the page not about a beginning without unread messages. */
function tellUnread(shell: ChatShell, model: ChatModel, texts: Texts): Disposer {
  let told = 0;
  return effect(() => {
    const unread = model.unread.value;
    const badge = unread > 99 ? '99+' : `${unread || ''}`;
    shell.sayOnLauncher(badge, unread ? ` (${unread} ${texts.unread})` : '', texts.close);
    if (unread === told) return;
    told = unread;
    shell.emitter.emit('unread', unread);
  });
}
