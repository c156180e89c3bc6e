import type { Localized } from '@baton/shared-types';
import { texts } from '../../i18n/texts.js';
import { Field } from '../../ui/field.js';

/** The languages that the widget speaks, besides English. */
const OTHERS = ['de', 'fr', 'es', 'it', 'pt', 'nl', 'ar'];

interface LocalizedFieldProps {
  readonly label: string;
  readonly hint: string;
  /** Characters a language. */
  readonly most: number;
  readonly value: Localized;
  readonly onChange: (value: Localized) => void;
}

/** A text in English, which everybody else reads, and in as many of the other languages as somebody has written it. */
export function LocalizedField({ label, hint, most, value, onChange }: LocalizedFieldProps) {
  const words = texts().languages;
  const names = new Intl.DisplayNames(words.locale, { type: 'language' });
  const written = OTHERS.filter((language) => value[language]);
  return (
    <>
      <Field label={label} hint={hint}>
        <textarea
          required
          rows={3}
          maxLength={most}
          value={value.en}
          onInput={(event) => onChange({ ...value, en: event.currentTarget.value })}
        />
      </Field>
      <details>
        <summary>{words.others(written.length)}</summary>
        <div class="form-stack">
          {OTHERS.map((language) => (
            <Field key={language} label={names.of(language) ?? language}>
              <textarea
                rows={2}
                lang={language}
                dir="auto"
                maxLength={most}
                value={value[language] ?? ''}
                onInput={(event) => onChange(withText(value, language, event.currentTarget.value))}
              />
            </Field>
          ))}
        </div>
      </details>
    </>
  );
}

/** An emptied language is left out: its visitors read English. */
function withText(value: Localized, language: string, text: string): Localized {
  const { [language]: _, ...rest } = value;
  return text.trim() ? { ...value, [language]: text } : { ...rest, en: value.en };
}
