import { useSignal } from '@preact/signals';
import type { Person } from '../../api/console-api.js';
import { describeError } from '../../api/describe-error.js';
import { texts } from '../../i18n/texts.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Field } from '../../ui/field.js';
import { Note } from '../../ui/note.js';
import type { PeopleModel } from './people-model.js';
import { RoleField } from './role-field.js';

/** Which leads somebody may be asked for: role, teams, skills, languages, regions, how many at a time. */
export function ProfileDialog(props: { model: PeopleModel; person: Person; onDone: () => void }) {
  const { model, person, onDone } = props;
  const words = texts();
  const form = useSignal({
    role: person.role,
    teams: person.teams.join(', '),
    skills: person.skills.join(', '),
    languages: person.languages.join(', '),
    regions: person.regions.join(', '),
    capacity: person.capacity,
  });
  const set = (change: Partial<typeof form.value>) => {
    form.value = { ...form.peek(), ...change };
  };
  const changing = model.changing.value;
  return (
    <Dialog title={words.profile.edit(person.name)} onClose={onDone}>
      <form
        class="form-stack"
        onSubmit={async (event) => {
          event.preventDefault();
          const { role, teams, skills, languages, regions, capacity } = form.peek();
          const change = {
            role,
            teams: listOf(teams),
            skills: listOf(skills),
            languages: listOf(languages.toLowerCase()),
            regions: listOf(regions.toUpperCase()),
            capacity,
          };
          if (await model.change(person.id, change)) onDone();
        }}
      >
        <RoleField value={form.value.role} onChoose={(role) => set({ role })} />
        {(['teams', 'skills', 'languages', 'regions'] as const).map((key) => (
          <Field key={key} label={words.profile[key]} hint={words.profile[`${key}Hint`]}>
            <input
              maxLength={400}
              autocomplete="off"
              spellcheck={false}
              value={form.value[key]}
              onInput={(event) => set({ [key]: event.currentTarget.value })}
            />
          </Field>
        ))}
        <Field label={words.profile.capacity}>
          <input
            type="number"
            min={1}
            max={100}
            required
            value={form.value.capacity}
            onInput={(event) => set({ capacity: Math.trunc(event.currentTarget.valueAsNumber) || 1 })}
          />
        </Field>
        {changing.kind === 'failed' && (
          <Note tone="danger">
            {describeError(changing.error, words)} {changing.error.details?.join(' ')}
          </Note>
        )}
        <div class="dialog-actions">
          <Button onClick={onDone}>{words.common.cancel}</Button>
          <Button type="submit" look="primary" busy={changing.kind === 'busy'}>
            {words.common.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function listOf(text: string): readonly string[] {
  return [...new Set(text.split(/[\s,;]+/).filter((part) => part !== ''))];
}
