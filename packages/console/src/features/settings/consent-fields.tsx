import type { ConsentSettings } from '@baton/shared-types';
import { texts } from '../../i18n/texts.js';
import { Field } from '../../ui/field.js';
import { LocalizedField } from './localized-field.js';

/** As many characters as the server takes. */
const MOST = 600;

interface ConsentFieldsProps {
  readonly consent: ConsentSettings | null;
  /** What is in force; comes back when it is switched off and on again. */
  readonly before: ConsentSettings | null;
  readonly onChange: (consent: ConsentSettings | null) => void;
}

/** Whether visitors of a site have to agree before they can write, and to what. */
export function ConsentFields({ consent, before, onChange }: ConsentFieldsProps) {
  const words = texts().consent;
  return (
    <>
      <label class="menu-line">
        <span>{words.ask}</span>
        <input
          type="checkbox"
          checked={consent !== null}
          onChange={(event) =>
            onChange(
              event.currentTarget.checked ? (before ?? { text: { en: words.example }, link: null }) : null,
            )
          }
        />
      </label>
      {consent && (
        <>
          <LocalizedField
            label={words.text}
            hint={words.textHint}
            most={MOST}
            value={consent.text}
            onChange={(text) => onChange({ ...consent, text })}
          />
          <Field label={words.link} hint={words.linkHint}>
            <input
              type="url"
              pattern="https://.+"
              value={consent.link ?? ''}
              onInput={(event) => onChange({ ...consent, link: event.currentTarget.value.trim() || null })}
            />
          </Field>
        </>
      )}
    </>
  );
}
