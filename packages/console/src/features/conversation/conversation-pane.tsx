import { describeError } from '../../api/describe-error.js';
import { texts } from '../../i18n/texts.js';
import { Button } from '../../ui/button.js';
import { Lazy } from '../../ui/lazy.js';
import { Note } from '../../ui/note.js';
import type { OpenFile } from '../workspace/desk-model.js';
import { Composer } from './composer.js';
import { ConversationHead } from './conversation-head.js';
import type { FileProps } from './file-props.js';
import { OfferBanner } from './offer-banner.js';
import { Thread } from './thread.js';
import './conversation.css';

const loadDialogs = () => import('./desk-dialogs.js');

export function ConversationPane({ desk, file }: FileProps) {
  const { conversation } = file;
  const dialog = desk.dialog.value;
  return (
    <section class="pane conversation-pane" aria-label={texts().conversation.thread}>
      <ConversationHead desk={desk} file={file} />
      <Thread desk={desk} file={file} />
      <div class="conversation-foot">
        {!dialog && <Trouble file={file} />}
        {conversation.standing.value.kind === 'offered' && <OfferBanner desk={desk} file={file} />}
        <Composer desk={desk} file={file} />
      </div>
      {dialog && (
        <Lazy load={loadDialogs}>
          {({ DeskDialogs }) => (
            <DeskDialogs
              desk={desk}
              file={file}
              dialog={dialog}
              onDone={() => {
                desk.dialog.value = null;
              }}
            />
          )}
        </Lazy>
      )}
    </section>
  );
}

/** What went wrong with the last act, in words, until it is put away. */
function Trouble({ file }: { file: OpenFile }) {
  const { conversation } = file;
  const words = texts();
  const beaten = conversation.beatenBy.value;
  const error = conversation.error.value;
  if (!beaten && !error) return null;
  return (
    <Note
      tone="warning"
      action={
        <Button
          look="quiet"
          small
          icon="close"
          label={words.common.close}
          onClick={() => conversation.dismissError()}
        />
      }
    >
      {beaten && (beaten.name ? words.conversation.faster(beaten.name) : words.conversation.fasterUnknown)}
      {!beaten && error && describeError(error, words)}
    </Note>
  );
}
