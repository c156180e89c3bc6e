import type { Texts } from '../i18n/texts-en.js';
import type { Disposer } from '../platform/listen.js';
import type { ExtrasTools } from './extras-tools.js';

type Own = { -readonly [K in keyof Texts]?: string | undefined };

/** The build shortens these names of ours; on the wire they are whole. A test compares with `mangled-properties.mjs`. */
export const SHORTENED: readonly (readonly [name: string, put: (texts: Own, text: string) => void])[] = [
  ['unattendedTitle', (texts, text) => (texts.unattendedTitle = text)],
  ['unattendedRole', (texts, text) => (texts.unattendedRole = text)],
  ['assistantRole', (texts, text) => (texts.assistantRole = text)],
  ['waitingTitle', (texts, text) => (texts.waitingTitle = text)],
  ['waitingRole', (texts, text) => (texts.waitingRole = text)],
  ['agentRole', (texts, text) => (texts.agentRole = text)],
  ['personWords', (texts, text) => (texts.personWords = text)],
  ['newMessages', (texts, text) => (texts.newMessages = text)],
  ['newChat', (texts, text) => (texts.newChat = text)],
  ['cardEmpty', (texts, text) => (texts.cardEmpty = text)],
  ['unreadable', (texts, text) => (texts.unreadable = text)],
  ['sources', (texts, text) => (texts.sources = text)],
  ['replies', (texts, text) => (texts.replies = text)],
];

/** Puts the site's own words in place of the widget's, in the language that the server chose by ours. */
export function replaceTexts({ shell, client, chat, redraw, effect }: ExtrasTools): Disposer {
  const { closer, input, send } = shell.panel;
  let replaced = '';
  return effect(() => {
    const { texts } = client.session.value?.site ?? {};
    const wanted = JSON.stringify(texts ?? {});
    // A new session brings the same words again.
    if (wanted === replaced || !texts) return;
    replaced = wanted;
    Object.assign(chat.texts, texts);
    const byName = new Map(Object.entries(texts));
    for (const [name, put] of SHORTENED) {
      const text = byName.get(name);
      if (text) put(chat.texts, text);
    }
    closer.ariaLabel = chat.texts.close;
    send.ariaLabel = chat.texts.send;
    input.ariaLabel = chat.texts.write;
    if (client.view.peek()?.status !== 'closed') input.placeholder = chat.texts.write;
    redraw();
  });
}
