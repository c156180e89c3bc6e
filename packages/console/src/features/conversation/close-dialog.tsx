import { texts } from '../../i18n/texts.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import type { OpenFile } from '../workspace/desk-model.js';

export function CloseDialog({ file, onDone }: { file: OpenFile; onDone: () => void }) {
  const words = texts().conversation;
  return (
    <Dialog title={words.closeTitle} onClose={onDone}>
      <p>{words.closeBody}</p>
      <div class="dialog-actions">
        <Button onClick={onDone}>{texts().common.cancel}</Button>
        <Button
          look="primary"
          onClick={() => {
            void file.conversation.act('close');
            onDone();
          }}
        >
          {words.closeConfirm}
        </Button>
      </div>
    </Dialog>
  );
}
