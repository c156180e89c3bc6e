import type { AlreadySaid, MessageId } from '@baton/shared-types';
import { isId } from '@baton/shared-types';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { texts } from '../../i18n/texts.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import type { FileProps } from './file-props.js';

/** A draft is looked at when the typing rests. */
const REST_MS = 500;

/** Warns before a question is sent whose answer the visitor has already given. It never stands in the way. */
export function AlreadySaidNote({ desk, file }: FileProps) {
  const found = useSignal<readonly AlreadySaid[]>([]);
  const { conversation } = file;
  const draft = conversation.draft.value;
  useEffect(() => {
    if (!draft.includes('?')) {
      found.value = [];
      return undefined;
    }
    let isOld = false;
    const cancel = desk.platform.environment.setTimer(() => {
      conversation.conversation.checkDraft(draft).then(
        (said) => {
          if (!isOld) found.value = said;
        },
        // A hint that does not come is no failure of the reply.
        () => undefined,
      );
    }, REST_MS);
    return () => {
      isOld = true;
      cancel();
    };
  }, [draft]);
  const words = texts().acts;
  return (
    <div role="status">
      {found.value.map(({ key, label, display, said }) => {
        const messageId = messageOf(said[0]?.messageId);
        return (
          <p key={key} class="already-said">
            <Icon name="alert" />
            <span dir="auto">{words.alreadySaid(label, display)}</span>
            {messageId && (
              <Button small look="quiet" onClick={() => conversation.showMessage(messageId)}>
                {words.showWords}
              </Button>
            )}
          </p>
        );
      })}
    </div>
  );
}

function messageOf(id: string | undefined): MessageId | null {
  return id !== undefined && isId('msg', id) ? id : null;
}
