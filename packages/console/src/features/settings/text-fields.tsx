import {
  WIDGET_LANGUAGES,
  WIDGET_TEXTS,
  type WidgetLanguage,
  type WidgetTextKey,
  type WidgetTextOverrides,
} from '@baton/shared-types';
import { useSignal } from '@preact/signals';
import type { ConsoleApi, WidgetTexts } from '../../api/console-api.js';
import { texts } from '../../i18n/texts.js';
import { Field } from '../../ui/field.js';

/** As many characters as the server takes. */
const MOST = 200;
const KEYS = Object.keys(WIDGET_TEXTS) as readonly WidgetTextKey[];

interface TextFieldsProps {
  readonly api: ConsoleApi;
  readonly overrides: WidgetTextOverrides;
  readonly onChange: (overrides: WidgetTextOverrides) => void;
}

/** The site's own words in place of the widget's, each beside the one that it replaces. */
export function TextFields({ api, overrides, onChange }: TextFieldsProps) {
  const words = texts().widget;
  const originals = useSignal<WidgetTexts | null>(null);
  const { locale } = texts().languages;
  const chosen = useSignal(widgetLanguage(new Intl.Locale(locale).language));
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  const language = chosen.value;
  const own = overrides[language] ?? {};
  const replaced = Object.values(overrides).reduce((sum, each) => sum + Object.keys(each).length, 0);
  const set = (key: WidgetTextKey, text: string) => {
    const { [key]: _, ...rest } = own;
    onChange({ ...overrides, [language]: text.trim() ? { ...rest, [key]: text } : rest });
  };
  return (
    <details
      onToggle={() => {
        // Read when somebody looks: it is eight languages.
        if (!originals.value)
          api.getWidgetTexts().then(
            (all) => (originals.value = all),
            () => undefined,
          );
      }}
    >
      <summary>{words.texts(replaced)}</summary>
      <div class="form-stack">
        <p class="muted field-hint">{words.textsHint}</p>
        <Field label={words.language}>
          <select
            value={language}
            onChange={({ currentTarget }) => {
              chosen.value = widgetLanguage(currentTarget.value);
            }}
          >
            {WIDGET_LANGUAGES.map((each) => (
              <option key={each} value={each}>
                {names.of(each)}
              </option>
            ))}
          </select>
        </Field>
        {originals.value &&
          KEYS.map((key) => (
            <Field key={`${language} ${key}`} label={originals.value?.[language]?.[key] ?? key}>
              <input
                lang={language}
                dir="auto"
                maxLength={MOST}
                placeholder={words.asItIs}
                value={own[key] ?? ''}
                onInput={(event) => set(key, event.currentTarget.value)}
              />
            </Field>
          ))}
      </div>
    </details>
  );
}

function widgetLanguage(tag: string): WidgetLanguage {
  return WIDGET_LANGUAGES.find((each) => each === tag) ?? 'en';
}
