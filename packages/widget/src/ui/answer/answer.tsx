import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { checkAnswer, type FieldKind } from '../../core/check-answer.js';
import type { Chat } from '../chat.js';
import { Scores } from '../rating/scores.js';

const FIELDS = {
  email: { type: 'email', autocomplete: 'email' },
  phone: { type: 'tel', autocomplete: 'tel' },
  date: { type: 'date' },
  number: { type: 'text', inputMode: 'decimal' },
} as const;

/** A field for the answer that the last question wants. Free typing below stays; either makes it go. */
export function Answer({ chat }: { chat: Chat }) {
  const asked = chat.model.asked.value;
  switch (asked?.kind) {
    case 'email':
    case 'phone':
    case 'date':
    case 'number':
      return <Field key={asked.kind} chat={chat} kind={asked.kind} />;
    case 'rating':
      return <Scores chat={chat} label={chat.texts.replies} choose={(score) => chat.say(`${score} / 5`)} />;
    default:
      return null;
  }
}

function Field({ chat: { texts, say }, kind }: { chat: Chat; kind: FieldKind }) {
  const problem = useSignal<ReturnType<typeof checkAnswer>>(null);
  const input = useRef<HTMLInputElement>(null);
  const submit = (event: Event) => {
    event.preventDefault();
    const answer = input.current?.value.trim() ?? '';
    problem.value = checkAnswer(kind, answer);
    if (problem.value) input.current?.focus();
    else say(answer);
  };
  return (
    <form class="answer" noValidate onSubmit={submit}>
      <input
        ref={input}
        {...FIELDS[kind]}
        dir="auto"
        placeholder={texts[kind]}
        aria-label={texts[kind]}
        aria-invalid={problem.value !== null}
        aria-describedby="answer-problem"
      />
      <button type="submit" class="choice">
        {texts.answer}
      </button>
      <p id="answer-problem" class="problem" role="alert">
        {problem.value && texts[problem.value]}
      </p>
    </form>
  );
}
