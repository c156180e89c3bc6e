import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { describeError } from '../../api/describe-error.js';
import { texts } from '../../i18n/texts.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Note } from '../../ui/note.js';
import type { OpenFile } from '../workspace/desk-model.js';

/** The frame of every act that needs words: it stays open and says why when the act is refused. */
export function ActDialog(props: {
  readonly file: OpenFile;
  readonly title: string;
  readonly body?: string;
  readonly confirm: string;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  readonly act: () => Promise<void>;
  readonly onDone: () => void;
  readonly children?: ComponentChildren;
}) {
  const { file, title, body, confirm, danger = false, disabled = false, act, onDone, children } = props;
  const busy = useSignal(false);
  const words = texts();
  const error = file.conversation.error.value;
  return (
    <Dialog title={title} onClose={onDone}>
      <form
        class="form-stack"
        onSubmit={async (event) => {
          event.preventDefault();
          busy.value = true;
          const done = await file.conversation.attempt(act);
          busy.value = false;
          if (done) onDone();
        }}
      >
        {body && <p>{body}</p>}
        {children}
        {error && <Note tone="danger">{describeError(error, words)}</Note>}
        <div class="dialog-actions">
          <Button onClick={onDone}>{words.common.cancel}</Button>
          <Button type="submit" look={danger ? 'danger' : 'primary'} busy={busy.value} disabled={disabled}>
            {confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
