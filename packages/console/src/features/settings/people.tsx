import type { AgentRole } from '@baton/shared-types';
import { useSignal } from '@preact/signals';
import type { Person } from '../../api/console-api.js';
import { describeError } from '../../api/describe-error.js';
import { texts } from '../../i18n/texts.js';
import { Avatar } from '../../ui/avatar.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { Note } from '../../ui/note.js';
import { LoadedView } from './loaded-view.js';
import type { PeopleModel } from './people-model.js';
import { ProfileDialog } from './profile-dialog.js';
import { RoleField } from './role-field.js';
import './people.css';

const LEAST_PASSWORD = 12;

export function People({ model }: { model: PeopleModel }) {
  const words = texts();
  const editing = useSignal<Person | null>(null);
  return (
    <>
      <header class="settings-head">
        <h1>{words.settings.people}</h1>
        <p class="muted">{words.people.intro}</p>
      </header>
      <LoadedView resource={model.people}>
        {(people) => <PeopleTable people={people} onEdit={(person) => (editing.value = person)} />}
      </LoadedView>
      <AddPerson model={model} />
      {editing.value && (
        <ProfileDialog model={model} person={editing.value} onDone={() => (editing.value = null)} />
      )}
    </>
  );
}

function PeopleTable(props: { people: readonly Person[]; onEdit: (person: Person) => void }) {
  const { people, onEdit } = props;
  const words = texts().people;
  return (
    <div class="card table-card">
      <table class="people">
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.email}</th>
            <th scope="col">{words.role}</th>
            <th scope="col">{texts().profile.teams}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <td>
                <span class="table-person">
                  <Avatar name={person.name} size="small" />
                  <bdi>{person.name}</bdi>
                </span>
              </td>
              <td class="break">{person.email}</td>
              <td>
                <Badge tone={person.role === 'admin' ? 'accent' : 'neutral'}>
                  {words.roles[person.role]}
                </Badge>
              </td>
              <td>{person.teams.join(', ')}</td>
              <td class="people-edit">
                <Button
                  look="quiet"
                  small
                  icon="pencil"
                  label={texts().profile.edit(person.name)}
                  onClick={() => onEdit(person)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const EMPTY = { name: '', email: '', password: '', role: 'agent' as AgentRole };

function AddPerson({ model }: { model: PeopleModel }) {
  const person = useSignal(EMPTY);
  const words = texts();
  const adding = model.adding.value;
  const set = (change: Partial<typeof EMPTY>) => {
    person.value = { ...person.value, ...change };
  };
  return (
    <form
      class="card card-form"
      onSubmit={async (event) => {
        event.preventDefault();
        if (await model.add(person.value)) person.value = EMPTY;
      }}
    >
      <h2>{words.people.add}</h2>
      <div class="form-grid">
        <Field label={words.people.name}>
          <input
            required
            maxLength={100}
            autocomplete="off"
            value={person.value.name}
            onInput={(event) => set({ name: event.currentTarget.value })}
          />
        </Field>
        <Field label={words.people.email}>
          <input
            type="email"
            required
            autocomplete="off"
            value={person.value.email}
            onInput={(event) => set({ email: event.currentTarget.value })}
          />
        </Field>
        <RoleField
          value={person.value.role}
          hint={words.people.roleHint}
          onChoose={(role) => set({ role })}
        />
        <Field label={words.people.password} hint={words.people.passwordHint}>
          <input
            type="password"
            required
            minLength={LEAST_PASSWORD}
            autocomplete="new-password"
            value={person.value.password}
            onInput={(event) => set({ password: event.currentTarget.value })}
          />
        </Field>
      </div>
      {adding.kind === 'added' && <Note tone="positive">{words.people.added(adding.name)}</Note>}
      {adding.kind === 'failed' && <Note tone="danger">{describeError(adding.error, words)}</Note>}
      <div>
        <Button type="submit" look="primary" icon="plus" busy={adding.kind === 'busy'}>
          {words.people.add}
        </Button>
      </div>
    </form>
  );
}
