import type { AgentId, WireError } from '@baton/shared-types';
import { type ReadonlySignal, signal } from '@preact/signals';
import type { ConsoleApi, NewPerson, Person, PersonChange } from '../../api/console-api.js';
import { wireErrorOf } from '../../api/describe-error.js';
import { createResource, type Resource } from './loaded.js';

export type AddState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'added'; readonly name: string }
  | { readonly kind: 'failed'; readonly error: WireError };

export interface PeopleModel {
  readonly people: Resource<readonly Person[]>;
  readonly adding: ReadonlySignal<AddState>;
  /** Resolves to true when the person was added. */
  add(person: NewPerson): Promise<boolean>;
  readonly changing: ReadonlySignal<AddState>;
  change(id: AgentId, change: PersonChange): Promise<boolean>;
}

export function createPeopleModel(api: ConsoleApi): PeopleModel {
  const people = createResource(() => api.listPeople());
  const adding = signal<AddState>({ kind: 'idle' });
  const changing = signal<AddState>({ kind: 'idle' });
  return {
    people,
    adding,
    changing,
    async change(id, change) {
      changing.value = { kind: 'busy' };
      try {
        await api.changePerson(id, change);
        await people.load();
        changing.value = { kind: 'idle' };
        return true;
      } catch (thrown) {
        changing.value = { kind: 'failed', error: wireErrorOf(thrown) };
        return false;
      }
    },
    async add(person) {
      adding.value = { kind: 'busy' };
      try {
        await api.addPerson(person);
        await people.load();
        adding.value = { kind: 'added', name: person.name };
        return true;
      } catch (thrown) {
        adding.value = { kind: 'failed', error: wireErrorOf(thrown) };
        return false;
      }
    },
  };
}
