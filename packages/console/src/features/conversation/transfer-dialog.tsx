import { AGENT_COMMAND, type RouteTo } from '@baton/shared-types';
import { useSignal } from '@preact/signals';
import { texts } from '../../i18n/texts.js';
import { Field } from '../../ui/field.js';
import { ActDialog } from './act-dialog.js';
import type { DialogProps } from './desk-dialogs.js';
import { RouteField } from './route-field.js';

/** Passes the conversation on, with a note for whoever takes it. */
export function TransferDialog({ desk, file, onDone }: DialogProps) {
  const words = texts().acts;
  const target = useSignal<RouteTo | null>(null);
  const note = useSignal('');
  return (
    <ActDialog
      file={file}
      title={words.transferTitle}
      body={words.transferBody}
      confirm={words.transfer}
      disabled={!target.value || note.value.trim() === ''}
      act={async () => {
        const to = target.peek();
        if (to)
          await file.conversation.conversation.perform(AGENT_COMMAND.transfer, {
            to,
            note: note.peek().trim(),
          });
      }}
      onDone={onDone}
    >
      <RouteField desk={desk} onChoose={(to) => (target.value = to)} />
      <Field label={words.note} hint={words.noteHint}>
        <textarea
          required
          rows={3}
          maxLength={2000}
          dir="auto"
          value={note.value}
          onInput={(event) => (note.value = event.currentTarget.value)}
        />
      </Field>
    </ActDialog>
  );
}
