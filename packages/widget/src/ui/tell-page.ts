import { effect, untracked } from '@preact/signals';
import { pageEventsAfter } from '../core/page-events.js';
import type { ChatClient } from '../core/shown-view.js';
import { whatIsNew } from '../core/what-is-new.js';
import type { ChatShell } from '../loader/chat-shell.js';
import { type Disposer, disposeAll } from '../platform/listen.js';

/** Tells the page what happens in the chat from now on; what was there when we came is history. */
export function tellPage({ emitter, options }: ChatShell, client: ChatClient): Disposer {
  const personal = `${options.personal}` === 'true';
  const newSince = whatIsNew(client);
  let told = '';
  let rated: string | undefined;

  const tell = () => {
    const view = client.view.value;
    if (!view) return;
    const { conversationId, rating } = view;
    const seq = newSince(view);
    if (told !== conversationId && seq > 0) rated = rating?.at;
    told = conversationId;
    const events = pageEventsAfter(view, seq, personal);
    untracked(() => {
      for (const [event, detail] of events) emitter.emit(event, detail as never);
      if (rating && rating.at !== rated) {
        const { score, comment } = rating;
        emitter.emit('rated', personal && comment !== null ? { score, comment } : { score });
      }
      rated = rating?.at;
    });
  };

  return disposeAll([
    effect(tell),
    effect(() => {
      const state = client.connection.value;
      if (state.kind === 'stopped') untracked(() => emitter.emit('error', { code: state.error.code }));
    }),
  ]);
}
