import { DISPOSITIONS, type DispositionKind } from '@baton/shared-types';
import { useSignal } from '@preact/signals';
import { texts } from '../../i18n/texts.js';
import { Field } from '../../ui/field.js';
import { ActDialog } from './act-dialog.js';
import type { DialogProps } from './desk-dialogs.js';

/** Rejected and lost say why: nobody learns from an outcome without a reason. */
const WITH_REASON: ReadonlySet<DispositionKind> = new Set<DispositionKind>(['rejected', 'lost']);

/** How the conversation ended, in the words of whoever closes it; the reports count these. */
export function CloseDialog({ file, onDone }: DialogProps) {
  const words = texts().acts;
  const kind = useSignal<DispositionKind>('resolved');
  const reason = useSignal('');
  const needsReason = WITH_REASON.has(kind.value);
  return (
    <ActDialog
      file={file}
      title={texts().conversation.closeTitle}
      body={texts().conversation.closeBody}
      confirm={texts().conversation.closeConfirm}
      disabled={needsReason && reason.value.trim() === ''}
      act={() =>
        file.conversation.conversation.close({
          kind: kind.peek(),
          reason: needsReason ? reason.peek().trim() : null,
        })
      }
      onDone={onDone}
    >
      <fieldset class="choices">
        <legend>{words.disposition}</legend>
        {DISPOSITIONS.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="disposition"
              value={each}
              checked={kind.value === each}
              onChange={() => (kind.value = each)}
            />
            {words.dispositions[each]}
          </label>
        ))}
      </fieldset>
      {needsReason && (
        <Field label={words.reason}>
          <input
            required
            maxLength={300}
            value={reason.value}
            onInput={(event) => (reason.value = event.currentTarget.value)}
          />
        </Field>
      )}
    </ActDialog>
  );
}
