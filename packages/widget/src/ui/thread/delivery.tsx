import type { ThreadMessage } from '../../core/thread.js';
import type { Chat } from '../chat.js';

interface DeliveryProps {
  readonly chat: Chat;
  readonly message: ThreadMessage;
  readonly isLast: boolean;
}

/** Where the visitor's message stands: small, and true. `Sent` means that the server has stored it. */
export function Delivery({ chat: { model, texts }, message: { key, state }, isLast }: DeliveryProps) {
  const button = (words: string, run: (clientId: string) => void) => (
    <button type="button" class="link" onClick={() => run(key)}>
      {words}
    </button>
  );
  if (state === 'failed') {
    return (
      <p class="delivery danger">
        {texts.failed}
        {button(texts.retry, model.client.retry)}
        {button(texts.discard, model.client.discard)}
      </p>
    );
  }
  if (!isLast) return null;
  const late =
    state === 'sent' ? texts.sending : state === 'queued' || state === 'unsaved' ? texts[state] : null;
  return <p class={late ? 'delivery late' : 'delivery'}>{late ?? texts.sent}</p>;
}
