import type { Chat } from '../chat.js';

/** Answers to choose from. Free typing stays; an answer of either kind makes them go. */
export function QuickReplies({ chat: { model, texts, moveFocusOn } }: { chat: Chat }) {
  const replies = model.quickReplies.value;
  if (replies.length === 0) return null;
  const choose = (reply: string) => {
    moveFocusOn();
    model.say(reply);
  };
  return (
    <fieldset class="choices" aria-label={texts.replies}>
      {replies.map((reply) => (
        <button key={reply} type="button" class="choice" dir="auto" onClick={() => choose(reply)}>
          {reply}
        </button>
      ))}
    </fieldset>
  );
}
