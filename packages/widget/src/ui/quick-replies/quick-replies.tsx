import type { Chat } from '../chat.js';
import { Choices } from '../choices/choices.js';

/** Answers to choose from. Free typing stays; an answer of either kind makes them go. */
export function QuickReplies({ chat: { model, texts, say } }: { chat: Chat }) {
  const replies = model.quickReplies.value;
  return replies.length > 0 && <Choices label={texts.replies} options={replies} choose={say} />;
}
