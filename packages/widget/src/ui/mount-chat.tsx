import type { VisitorClient } from '@baton/client';
import { computed, effect, signal } from '@preact/signals';
import { type ComponentChild, render } from 'preact';
import { type ChatModel, createChatModel } from '../core/chat-model.js';
import { explainConnection } from '../core/explain-connection.js';
import { createTimeFormat } from '../i18n/format-time.js';
import { chooseLanguage } from '../i18n/language.js';
import { de } from '../i18n/texts-de.js';
import { en } from '../i18n/texts-en.js';
import type { ChatShell } from '../loader/chat-shell.js';
import { guardedStorage } from '../platform/guarded-storage.js';
import { pageOrigin, watchDeviceOnline, watchPageVisibility } from '../platform/host-page.js';
import { type Disposer, disposeAll } from '../platform/listen.js';
import { matchesMedia } from '../platform/media-query.js';
import { adoptStyles } from '../platform/style-sheet.js';
import { followVisualViewport } from '../platform/visual-viewport.js';
import type { Chat } from './chat.js';
import { ChatBody } from './chat-body.js';
import { chatStyles } from './chat-styles.js';
import { adoptComposer } from './composer/adopt-composer.js';
import { CharactersLeft } from './composer/characters-left.js';
import { Heading } from './heading/heading.js';
import { Menu } from './menu/menu.js';
import { PersonButton } from './person/person-button.js';
import { keepFocusInSheet } from './sheet/keep-focus-in-sheet.js';

/** Fills the loader's panel with the chat and connects. Sends what was written before it came. */
export function mountChat(shell: ChatShell, client: VisitorClient): Disposer {
  const { options, panel, emitter } = shell;
  const isOpen = signal(shell.isOpen());
  const isPageVisible = signal(true);
  const isDeviceOnline = signal(true);
  const draft = signal('');
  const watching = disposeAll([
    emitter.on('open', () => {
      isOpen.value = true;
    }),
    emitter.on('close', () => {
      isOpen.value = false;
    }),
    watchPageVisibility((visible) => {
      isPageVisible.value = visible;
    }),
    watchDeviceOnline((online) => {
      isDeviceOnline.value = online;
    }),
  ]);

  const model = createChatModel({
    client,
    isSeen: computed(() => isOpen.value && isPageVisible.value),
    isDeviceOnline,
    storage: guardedStorage('localStorage'),
    siteKey: options.site,
  });
  const formatTime = createTimeFormat(options.locale);
  const chat: Chat = {
    model,
    texts: chooseLanguage(options.locale) === 'de' ? de : en,
    formatTime: (at) => formatTime(at, Date.now()),
    company: computed(() => client.session.value?.site.companyName ?? ''),
    assistant: computed(() => client.session.value?.site.assistantName ?? ''),
    moveFocusOn() {
      // On a touch screen the text box would bring up the keyboard over the answer.
      const log = panel.body.querySelector<HTMLElement>('.log');
      (matchesMedia('(pointer: coarse)') && log ? log : panel.input).focus();
    },
  };

  const early = shell.adoptComposer();
  const dispose = disposeAll([
    watching,
    adoptStyles(shell.root, chatStyles),
    fillRoom(panel.heading, <Heading chat={chat} />),
    fillRoom(panel.actions, <Menu chat={chat} />),
    fillRoom(panel.body, <ChatBody chat={chat} />),
    fillRoom(
      panel.footer,
      <>
        <PersonButton chat={chat} />
        <CharactersLeft chat={chat} draft={draft} />
      </>,
    ),
    adoptComposer(panel, chat, {
      draft,
      memory: { storage: guardedStorage('sessionStorage'), key: `baton:${options.site}:draft` },
    }),
    keepFocusInSheet(panel.panel),
    followVisualViewport(panel.panel),
    tellUnread(shell, model),
    explainConnection(client.connection, { ...options, origin: pageOrigin() }, (words) =>
      console.error(words),
    ),
    effect(() => shell.setOngoing(client.view.value?.status === 'open')),
    effect(() => {
      for (const arrival of model.arrivals.value) {
        if ('text' in arrival)
          emitter.emit('message', { from: arrival.actor.kind === 'agent' ? 'agent' : 'assistant' });
      }
    }),
    model.dispose,
    () => client.destroy(),
  ]);
  client.connect();
  for (const text of early) model.say(text);
  return dispose;
}

/** Launcher and page hear about every change, not about a beginning without unread messages. */
function tellUnread(shell: ChatShell, model: ChatModel): Disposer {
  let told = 0;
  return effect(() => {
    const unread = model.unread.value;
    if (unread === told) return;
    told = unread;
    shell.setUnread(unread);
    shell.emitter.emit('unread', unread);
  });
}

/** Renders into one of the panel's rooms, in place of what the loader put there. */
function fillRoom(room: HTMLElement, content: ComponentChild): Disposer {
  room.replaceChildren();
  render(content, room);
  return () => render(null, room);
}
