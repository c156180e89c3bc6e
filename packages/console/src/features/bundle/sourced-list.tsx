import type { SourcedSentence } from '@baton/shared-types';
import { texts } from '../../i18n/texts.js';
import { Icon } from '../../ui/icon.js';
import type { OpenFile } from '../workspace/desk-model.js';

/** Sentences that stand on messages; the button after each opens the message. */
export function SourcedList({ sentences, file }: { sentences: readonly SourcedSentence[]; file: OpenFile }) {
  const words = texts().bundle;
  return (
    <ul class="sentences">
      {sentences.map(({ text, messageIds }) => (
        <li key={`${messageIds[0]} ${text}`} dir="auto">
          {text}
          {messageIds.map((id) => (
            <button
              key={id}
              type="button"
              class="to-message"
              aria-label={`${words.readSource}: ${text}`}
              title={words.readSource}
              onClick={() => file.conversation.showMessage(id)}
            >
              <Icon name="chat" />
            </button>
          ))}
        </li>
      ))}
    </ul>
  );
}
