import { effect, type Signal } from '@preact/signals';
import { canSend, decideKey } from '../../core/composer-rules.js';
import type { ChatShell } from '../../loader/chat-shell.js';
import { type Disposer, disposeAll, listen } from '../../platform/listen.js';
import type { Chat } from '../chat.js';

/** Without a key for this long, the other side no longer sees "is typing". */
const TYPING_MS = 4_000;

/** Takes over the loader's text box with what stands in it. A draft survives the way to the next page. */
export function adoptComposer(
  { panel: { form, input, send }, tab, options }: ChatShell,
  { model }: Chat,
  draft: Signal<string>,
): Disposer {
  const key = `baton:${options.site}:draft`;
  let typingTimer: ReturnType<typeof setTimeout> | undefined;
  if (!input.value) input.value = tab.read(key) ?? '';
  draft.value = input.value;

  const setText = (text: string) => {
    input.value = text;
    draft.value = text;
  };
  const setTyping = (on: boolean) => {
    clearTimeout(typingTimer);
    model.client.setTyping(on);
    if (on) typingTimer = setTimeout(() => model.client.setTyping(false), TYPING_MS);
  };
  const submit = () => {
    if (!canSend(draft.value) || model.isStopped.value) return;
    clearTimeout(typingTimer);
    model.say(draft.value.trim());
    setText('');
  };

  return disposeAll([
    listen(form, 'submit', (event) => {
      event.preventDefault();
      submit();
      input.focus();
    }),
    listen(input, 'keydown', (event) => {
      if (!(event instanceof KeyboardEvent) || decideKey(event) !== 'send') return;
      event.preventDefault();
      submit();
    }),
    listen(input, 'input', () => {
      draft.value = input.value;
      setTyping(input.value.trim() !== '');
    }),
    listen(input, 'blur', () => setTyping(false)),
    effect(() => tab.write(key, draft.value)),
    effect(() => {
      send.ariaDisabled = `${!canSend(draft.value) || model.isStopped.value}`;
    }),
    () => clearTimeout(typingTimer),
  ]);
}
