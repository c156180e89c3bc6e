import type { ThreadMessage } from '../../core/thread.js';
import type { Chat } from '../chat.js';

interface DeliveryProps {
  readonly chat: Chat;
  readonly message: ThreadMessage;
  readonly isLast: boolean;
}

/** Where the visitor's message stands: small, and true. `Sent` means that the server has stored it. */
export function Delivery({ chat: { model, texts }, message, isLast }: DeliveryProps) {
  const { key, state } = message;
  switch (state) {
    case 'failed':
      return (
        <p class="delivery danger">
          {texts.failed}
          <button type="button" class="link" onClick={() => model.client.retry(key)}>
            {texts.retry}
          </button>
          <button type="button" class="link" onClick={() => model.client.discard(key)}>
            {texts.discard}
          </button>
        </p>
      );
    case 'queued':
      return isLast ? <p class="delivery late">{texts.queued}</p> : null;
    case 'unsaved':
      return isLast ? <p class="delivery late">{texts.unsaved}</p> : null;
    case 'sent':
      return isLast ? <p class="delivery late">{texts.sending}</p> : null;
    default:
      return isLast ? <p class="delivery">{texts.sent}</p> : null;
  }
}
