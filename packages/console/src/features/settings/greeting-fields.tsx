import type { GreetingRule, SiteId } from '@baton/shared-types';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ConsoleApi } from '../../api/console-api.js';
import { texts } from '../../i18n/texts.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { LocalizedField } from './localized-field.js';

/** As many characters as the server takes. */
const MOST = 200;
const MOST_RULES = 20;

interface GreetingFieldsProps {
  readonly siteId: SiteId;
  readonly api: ConsoleApi;
  readonly greetings: readonly GreetingRule[];
  readonly onChange: (greetings: readonly GreetingRule[]) => void;
}

/** When the widget speaks first on a site, the first rule that fits before the others. */
export function GreetingFields({ siteId, api, greetings, onChange }: GreetingFieldsProps) {
  const words = texts().greetings;
  const counts = useSignal<ReadonlyMap<string, number>>(new Map());
  useEffect(() => {
    api.listGreetingCounts(siteId).then(
      (found) => (counts.value = new Map(found.map(({ key, times }) => [key, times]))),
      // Without the numbers the rules can be changed all the same.
      () => undefined,
    );
  }, [siteId]);
  return (
    <details>
      <summary>{words.title(greetings.length)}</summary>
      <div class="form-stack">
        <p class="muted field-hint">{words.hint}</p>
        {greetings.map((rule, index) => (
          <RuleFields
            key={rule.key}
            rule={rule}
            shown={counts.value.get(rule.key) ?? 0}
            onChange={(changed) => onChange(greetings.with(index, changed))}
            onRemove={() => onChange(greetings.toSpliced(index, 1))}
          />
        ))}
        {greetings.length < MOST_RULES && (
          <div>
            <Button icon="plus" onClick={() => onChange([...greetings, newRule(greetings, words.example)])}>
              {words.add}
            </Button>
          </div>
        )}
      </div>
    </details>
  );
}

interface RuleFieldsProps {
  readonly rule: GreetingRule;
  /** Times within 30 days. */
  readonly shown: number;
  readonly onChange: (rule: GreetingRule) => void;
  readonly onRemove: () => void;
}

function RuleFields({ rule, shown, onChange, onRemove }: RuleFieldsProps) {
  const words = texts().greetings;
  return (
    <fieldset class="form-stack hours">
      <legend>{words.rule(rule.key, shown)}</legend>
      <LocalizedField
        label={words.text}
        hint={words.textHint}
        most={MOST}
        value={rule.text}
        onChange={(text) => onChange({ ...rule, text })}
      />
      <div class="form-grid">
        <LinesField
          label={words.pages}
          hint={words.pagesHint}
          lines={rule.pages}
          onChange={(pages) => onChange({ ...rule, pages })}
        />
        <LinesField
          label={words.campaigns}
          hint={words.campaignsHint}
          lines={rule.campaigns}
          onChange={(campaigns) => onChange({ ...rule, campaigns })}
        />
        <Field label={words.after} hint={words.afterHint}>
          <input
            type="number"
            min={1}
            max={3600}
            required={!rule.whenLeaving}
            value={rule.afterSeconds ?? ''}
            onInput={({ currentTarget: { value } }) =>
              onChange({ ...rule, afterSeconds: value === '' ? null : Math.round(Number(value)) })
            }
          />
        </Field>
      </div>
      <label class="menu-line">
        <span>{words.leaving}</span>
        <input
          type="checkbox"
          checked={rule.whenLeaving}
          onChange={(event) => onChange({ ...rule, whenLeaving: event.currentTarget.checked })}
        />
      </label>
      <div>
        <Button look="danger" onClick={onRemove}>
          {words.remove}
        </Button>
      </div>
    </fieldset>
  );
}

interface LinesFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly lines: readonly string[];
  readonly onChange: (lines: readonly string[]) => void;
}

/** One value a line. What is typed stays as it is while it is typed. */
function LinesField({ label, hint, lines, onChange }: LinesFieldProps) {
  const typed = useSignal(lines.join('\n'));
  return (
    <Field label={label} hint={hint}>
      <textarea
        class="mono"
        rows={2}
        spellcheck={false}
        value={typed}
        onInput={({ currentTarget: { value } }) => {
          typed.value = value;
          onChange(
            value
              .split('\n')
              .map((line) => line.trim())
              .filter((line) => line !== ''),
          );
        }}
      />
    </Field>
  );
}

function newRule(existing: readonly GreetingRule[], example: string): GreetingRule {
  let number = existing.length + 1;
  while (existing.some(({ key }) => key === `greeting-${number}`)) number += 1;
  return {
    key: `greeting-${number}`,
    text: { en: example },
    pages: [],
    campaigns: [],
    afterSeconds: 20,
    whenLeaving: false,
  };
}
