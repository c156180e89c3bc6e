import { describeError } from '../../api/describe-error.js';
import { texts } from '../../i18n/texts.js';
import { Button } from '../../ui/button.js';
import { Note } from '../../ui/note.js';
import type { OpenFile } from '../workspace/desk-model.js';
import { CloseDialog } from './close-dialog.js';
import { Composer } from './composer.js';
import { ConversationHead } from './conversation-head.js';
import type { FileProps } from './file-props.js';
import { OfferBanner } from './offer-banner.js';
import { Thread } from './thread.js';
import './conversation.css';

export function ConversationPane({ desk, file }: FileProps) {
  const { conversation } = file;
  return (
    <section class="pane conversation-pane" aria-label={texts().conversation.thread}>
      <ConversationHead desk={desk} file={file} onClose={() => (desk.dialog.value = 'close')} />
      <Thread desk={desk} file={file} />
      <div class="conversation-foot">
        <Trouble file={file} />
        {conversation.standing.value.kind === 'offered' && <OfferBanner desk={desk} file={file} />}
        <Composer desk={desk} file={file} />
      </div>
      {desk.dialog.value === 'close' && (
        <CloseDialog file={file} onDone={() => (desk.dialog.value = 'none')} />
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
