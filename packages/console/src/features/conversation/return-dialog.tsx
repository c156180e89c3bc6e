import { AGENT_COMMAND } from '@baton/shared-types';
import { useSignal } from '@preact/signals';
import { texts } from '../../i18n/texts.js';
import { Field } from '../../ui/field.js';
import { ActDialog } from './act-dialog.js';
import type { DialogProps } from './desk-dialogs.js';

/** Back to the assistant, with what was agreed and what it should do now. */
export function ReturnDialog({ file, onDone }: DialogProps) {
  const words = texts().acts;
  const summary = useSignal('');
  const instructions = useSignal('');
  const given = (text: string) => (text.trim() === '' ? undefined : text.trim());
  return (
    <ActDialog
      file={file}
      title={words.returnTitle}
      body={words.returnBody}
      confirm={texts().conversation.actions.return}
      act={() =>
        file.conversation.conversation.perform(AGENT_COMMAND.returnToAssistant, {
          summary: given(summary.peek()),
          instructions: given(instructions.peek()),
        })
      }
      onDone={onDone}
    >
      <Field label={words.summary} hint={words.optional}>
        <textarea
          rows={2}
          maxLength={2000}
          dir="auto"
          value={summary.value}
          onInput={(event) => (summary.value = event.currentTarget.value)}
        />
      </Field>
      <Field label={words.instructions} hint={words.optional}>
        <textarea
          rows={2}
          maxLength={2000}
          dir="auto"
          value={instructions.value}
          onInput={(event) => (instructions.value = event.currentTarget.value)}
        />
      </Field>
    </ActDialog>
  );
}
