import type { Chat } from '../chat.js';
import { Choices } from '../choices/choices.js';

/** Before the first message: what this is, a greeting, and questions to start with. */
export function Intro({ chat: { model, texts, assistant, say } }: { chat: Chat }) {
  const site = model.client.session.value?.site;
  if (!site) return null;
  const isNew = model.thread.value.length === 0;
  return (
    <>
      <p class="disclosure" dir="auto">
        {site.disclosure}
      </p>
      <div class="group">
        <p class="speaker" dir="auto">
          {assistant}
        </p>
        <div class="bubble" dir="auto">
          {site.greeting}
        </div>
      </div>
      {isNew && site.starters.length > 0 && (
        <Choices label={texts.starters} options={site.starters} choose={say} />
      )}
    </>
  );
}
