import {
  type BusinessHours,
  type ChoiceRule,
  type DayInterval,
  type Team,
  WEEKDAYS,
  type Weekday,
} from '@baton/shared-types';
import { useSignal } from '@preact/signals';
import { describeError } from '../../api/describe-error.js';
import { texts } from '../../i18n/texts.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { Note } from '../../ui/note.js';
import { type Parsed, parseHolidays, parseIntervals, writeHolidays, writeIntervals } from './parse-hours.js';
import type { TeamsModel } from './teams-model.js';

const RULES: readonly ChoiceRule[] = ['least_busy', 'longest_idle', 'sticky'];
const USUAL = '09:00-17:00';

/** Adds a team, or changes the given one. Hours are text that is read as it is typed. */
export function TeamForm(props: {
  readonly model: TeamsModel;
  readonly team: Team | null;
  readonly timeZone: string;
  readonly onDone: () => void;
}) {
  const { model, team, timeZone, onDone } = props;
  const words = texts();
  const form = useSignal({
    key: team?.key ?? '',
    name: team?.name ?? '',
    choose: team?.choose ?? ('least_busy' as ChoiceRule),
    always: !team?.hours,
    timeZone: team?.hours?.timeZone ?? timeZone,
    holidays: writeHolidays(team?.hours?.holidays ?? []),
  });
  const week = useSignal<Readonly<Record<Weekday, string>>>(weekOf(team?.hours ?? null));
  const set = (change: Partial<typeof form.value>) => {
    form.value = { ...form.peek(), ...change };
  };
  const hours = form.value.always ? null : readHours(form.value.timeZone, week.value, form.value.holidays);
  const wrong = hours && !hours.ok ? hours.line : null;
  return (
    <form
      class="form-stack"
      onSubmit={async (event) => {
        event.preventDefault();
        if (hours && !hours.ok) return;
        const { key, name, choose } = form.peek();
        if (await model.save({ key, name: name.trim(), choose, hours: hours?.value ?? null })) onDone();
      }}
    >
      <div class="form-grid">
        <Field label={words.teams.name}>
          <input
            required
            maxLength={80}
            value={form.value.name}
            onInput={(event) => set({ name: event.currentTarget.value })}
          />
        </Field>
        <Field label={words.teams.key} hint={words.teams.keyHint}>
          <input
            required
            pattern="[a-z][a-z0-9_]{0,39}"
            maxLength={40}
            disabled={team !== null}
            value={form.value.key}
            onInput={(event) => set({ key: event.currentTarget.value })}
          />
        </Field>
        <Field label={words.teams.choose}>
          <select
            value={form.value.choose}
            onChange={(event) => {
              const wanted = event.currentTarget.value;
              set({ choose: RULES.find((rule) => rule === wanted) ?? 'least_busy' });
            }}
          >
            {RULES.map((rule) => (
              <option key={rule} value={rule}>
                {words.teams.rules[rule]}
              </option>
            ))}
          </select>
        </Field>
      </div>
      <label class="menu-line">
        <span>{words.teams.always}</span>
        <input
          type="checkbox"
          checked={form.value.always}
          onChange={(event) => set({ always: event.currentTarget.checked })}
        />
      </label>
      {!form.value.always && (
        <fieldset class="form-stack hours">
          <legend>{words.teams.week}</legend>
          <p class="field-hint">{words.teams.weekHint}</p>
          <Field label={words.teams.timeZone}>
            <input
              required
              maxLength={60}
              value={form.value.timeZone}
              onInput={(event) => set({ timeZone: event.currentTarget.value })}
            />
          </Field>
          <div class="form-grid">
            {WEEKDAYS.map((day) => (
              <Field key={day} label={words.teams.days[day]}>
                <input
                  placeholder="09:00-17:00"
                  value={week.value[day]}
                  onInput={(event) => (week.value = { ...week.peek(), [day]: event.currentTarget.value })}
                />
              </Field>
            ))}
          </div>
          <Field label={words.teams.holidays} hint={words.teams.holidaysHint}>
            <textarea
              rows={3}
              value={form.value.holidays}
              onInput={(event) => set({ holidays: event.currentTarget.value })}
            />
          </Field>
        </fieldset>
      )}
      {wrong !== null && <Note tone="danger">{words.teams.invalid(wrong)}</Note>}
      {model.failure.value && (
        <Note tone="danger">
          {describeError(model.failure.value, words)} {model.failure.value.details?.join(' ')}
        </Note>
      )}
      <div class="dialog-actions">
        <Button onClick={onDone}>{words.common.cancel}</Button>
        <Button type="submit" look="primary" busy={model.busy.value} disabled={wrong !== null}>
          {words.common.save}
        </Button>
      </div>
    </form>
  );
}

function weekOf(hours: BusinessHours | null): Readonly<Record<Weekday, string>> {
  const usual = { mon: USUAL, tue: USUAL, wed: USUAL, thu: USUAL, fri: USUAL, sat: '', sun: '' };
  if (!hours) return usual;
  const { mon, tue, wed, thu, fri, sat, sun } = hours.week;
  return {
    mon: writeIntervals(mon),
    tue: writeIntervals(tue),
    wed: writeIntervals(wed),
    thu: writeIntervals(thu),
    fri: writeIntervals(fri),
    sat: writeIntervals(sat),
    sun: writeIntervals(sun),
  };
}

function readHours(
  timeZone: string,
  week: Readonly<Record<Weekday, string>>,
  holidays: string,
): Parsed<BusinessHours> {
  const days: { [D in Weekday]?: readonly DayInterval[] } = {};
  for (const day of WEEKDAYS) {
    const parsed = parseIntervals(week[day]);
    if (!parsed.ok) return parsed;
    if (parsed.value.length > 0) days[day] = parsed.value;
  }
  const free = parseHolidays(holidays);
  return free.ok ? { ok: true, value: { timeZone, week: days, holidays: free.value } } : free;
}
