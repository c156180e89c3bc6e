import type { GuardedStorage } from '@baton/client';
import { effect } from '@preact/signals';
import type { ChatClient } from '../../core/shown-view.js';
import type { ChatShell } from '../../loader/chat-shell.js';
import type { Disposer } from '../../platform/listen.js';

/** For greetings, which know nothing else of the visitor: nobody who has refused is spoken to first. */
export function rememberRefusal(shell: ChatShell, client: ChatClient, storage: GuardedStorage): Disposer {
  const key = `baton:${shell.options.site}:refused`;
  return effect(() => {
    const session = client.session.value;
    if (!session) return;
    const isRefused = session.consent?.granted === false;
    storage.write(key, isRefused ? '1' : null);
    if (isRefused) shell.panel.input.value = '';
  });
}
