import type { Signal } from '@preact/signals';
import { texts } from '../../i18n/texts.js';
import { Field } from '../../ui/field.js';

/** Why somebody decides against the machine; without it nothing is done. */
export function ReasonField({ reason }: { reason: Signal<string> }) {
  const words = texts().acts;
  return (
    <Field label={words.reason} hint={words.reasonHint}>
      <input
        required
        maxLength={300}
        dir="auto"
        value={reason.value}
        onInput={(event) => (reason.value = event.currentTarget.value)}
      />
    </Field>
  );
}
