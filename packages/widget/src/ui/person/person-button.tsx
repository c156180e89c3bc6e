import type { Chat } from '../chat.js';
import { Icon, PATH } from '../icon/icon.js';

/** The way to a person: one tap, always there until one has been asked for. */
export function PersonButton({ chat: { model, texts, moveFocusOn } }: { chat: Chat }) {
  if (model.answering.value.kind !== 'assistant' || model.isStopped.value) return null;
  const ask = () => {
    moveFocusOn();
    model.askForPerson(texts.personWords);
  };
  return (
    <button type="button" class="person" onClick={ask}>
      <Icon path={PATH.person} />
      {texts.person}
    </button>
  );
}
