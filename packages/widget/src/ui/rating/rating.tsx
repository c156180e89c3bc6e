import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Chat } from '../chat.js';
import { Scores } from './scores.js';

/** After the end, or once a person has given the chat back: how was it? Words may follow, and nothing has to. */
export function Rating({ chat }: { chat: Chat }) {
  const { model, texts, moveFocusOn } = chat;
  const note = useRef<HTMLInputElement>(null);
  const done = useSignal(false);
  const rating = model.rating.value;
  if (!rating) return null;
  if (rating.score === null) {
    return (
      <div class="rating">
        <p>{texts.rate}</p>
        <Scores
          chat={chat}
          label={texts.rate}
          choose={(score) => {
            moveFocusOn();
            model.rate(score, null);
          }}
        />
      </div>
    );
  }
  const { score } = rating;
  const submit = (event: Event) => {
    event.preventDefault();
    const comment = note.current?.value.trim();
    done.value = true;
    moveFocusOn();
    if (comment) model.rate(score, comment);
  };
  return (
    <div class="rating">
      <p role="status">{texts.rated}</p>
      {!done.value && rating.comment === null && (
        <form class="answer" onSubmit={submit}>
          <input
            ref={note}
            dir="auto"
            maxLength={1_000}
            placeholder={texts.comment}
            aria-label={texts.comment}
          />
          <button type="submit" class="choice">
            {texts.save}
          </button>
        </form>
      )}
    </div>
  );
}
