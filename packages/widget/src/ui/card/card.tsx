import type { CardLine } from '@baton/shared-types';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { fill } from '../../i18n/fill.js';
import type { Chat } from '../chat.js';

/** What we noted about the visitor, line by line, to correct and to withdraw. */
export function Card({ chat }: { chat: Chat }) {
  const { model, texts, moveFocusOn } = chat;
  const heading = useRef<HTMLHeadingElement>(null);
  const lines = model.card.value ?? [];
  useEffect(() => heading.current?.focus(), []);
  const close = () => {
    model.showCard(false);
    moveFocusOn();
  };
  return (
    <div class="log card">
      <h3 ref={heading} tabIndex={-1}>
        {texts.card}
      </h3>
      {lines.length === 0 && <p>{texts.cardEmpty}</p>}
      <dl>
        {lines.map((line) => (
          <Line key={line.key} chat={chat} line={line} />
        ))}
      </dl>
      <button type="button" class="choice" onClick={close}>
        {texts.back}
      </button>
    </div>
  );
}

function Line({ chat: { model, texts }, line }: { chat: Chat; line: CardLine }) {
  const { key, label, state, display, quote } = line;
  const isEditing = useSignal(false);
  const problem = useSignal('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), [isEditing.value]);
  const save = async (event: Event) => {
    event.preventDefault();
    const text = input.current?.value.trim();
    if (!text) return;
    const isRead = await model.correct(key, text);
    isEditing.value = !isRead;
    problem.value = isRead ? '' : fill(texts.unreadable, { label });
  };
  return (
    <>
      <dt dir="auto">{label}</dt>
      <dd>
        {isEditing.value ? (
          <form class="answer" onSubmit={save}>
            <input
              ref={input}
              dir="auto"
              maxLength={500}
              value={display ?? ''}
              aria-label={label}
              aria-describedby={`problem-${key}`}
            />
            <button type="submit" class="choice">
              {texts.save}
            </button>
            <p id={`problem-${key}`} class="problem" role="alert">
              {problem.value}
            </p>
          </form>
        ) : (
          <>
            <span dir="auto">{display ?? (state === 'declined' ? texts.declined : texts.withdrawn)}</span>
            {state === 'unclear' && <span class="speaker"> ({texts.unclear})</span>}
            {quote && quote !== display && (
              <q class="speaker" dir="auto">
                {quote}
              </q>
            )}
            <p class="delivery">
              <button
                type="button"
                class="link"
                aria-label={`${texts.correct}: ${label}`}
                onClick={() => {
                  isEditing.value = true;
                }}
              >
                {texts.correct}
              </button>
              {display !== null && (
                <button
                  type="button"
                  class="link"
                  aria-label={`${texts.withdraw}: ${label}`}
                  onClick={() => model.withdraw(key)}
                >
                  {texts.withdraw}
                </button>
              )}
            </p>
          </>
        )}
      </dd>
    </>
  );
}
