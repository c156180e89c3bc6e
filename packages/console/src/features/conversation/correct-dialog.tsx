import { AGENT_COMMAND, type BundleSlot } from '@baton/shared-types';
import { useSignal } from '@preact/signals';
import { texts } from '../../i18n/texts.js';
import { Field } from '../../ui/field.js';
import { ActDialog } from './act-dialog.js';
import type { DialogProps } from './desk-dialogs.js';
import { parseValue } from './parse-value.js';
import { ReasonField } from './reason-field.js';

/** Sets a slot to what an agent knows, also an empty one, or takes its value away; always with a reason. */
export function CorrectDialog({ file, onDone, slot }: DialogProps & { slot: BundleSlot }) {
  const words = texts().acts;
  const value = useSignal(slot.current?.display ?? '');
  const reason = useSignal('');
  const withdraw = useSignal(false);
  const parsed = withdraw.value ? null : parseValue(slot.kind, value.value);
  return (
    <ActDialog
      file={file}
      title={slot.current ? words.correctTitle(slot.label) : words.fillIn(slot.label)}
      body={words.correctBody}
      confirm={texts().common.save}
      disabled={reason.value.trim() === '' || parsed === undefined}
      act={async () => {
        if (parsed === undefined) return;
        await file.conversation.conversation.perform(AGENT_COMMAND.correctSlot, {
          key: slot.key,
          value: parsed,
          reason: reason.peek().trim(),
        });
      }}
      onDone={onDone}
    >
      <Field
        label={slot.label}
        {...(slot.kind === 'team_size' ? { hint: words.teamSizeHint } : {})}
        error={parsed === undefined && value.value.trim() !== '' ? words.valueInvalid : null}
      >
        <input
          dir="auto"
          maxLength={300}
          disabled={withdraw.value}
          value={value.value}
          onInput={(event) => (value.value = event.currentTarget.value)}
        />
      </Field>
      {slot.current && (
        <label class="menu-line">
          <span>{words.withdraw}</span>
          <input
            type="checkbox"
            checked={withdraw.value}
            onChange={(event) => (withdraw.value = event.currentTarget.checked)}
          />
        </label>
      )}
      <ReasonField reason={reason} />
    </ActDialog>
  );
}
