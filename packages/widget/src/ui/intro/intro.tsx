import type { Chat } from '../chat.js';

/** Before the first message: what this is, a greeting, and questions to start with. */
export function Intro({ chat: { model, texts, assistant, moveFocusOn } }: { chat: Chat }) {
  const site = model.client.session.value?.site;
  if (!site) return null;
  const isNew = model.thread.value.length === 0;
  const choose = (starter: string) => {
    moveFocusOn();
    model.say(starter);
  };
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
        <fieldset class="choices" aria-label={texts.starters}>
          {site.starters.map((starter) => (
            <button key={starter} type="button" class="choice" dir="auto" onClick={() => choose(starter)}>
              {starter}
            </button>
          ))}
        </fieldset>
      )}
    </>
  );
}
