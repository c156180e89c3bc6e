import type { AgentCommands, RouteTo } from '@baton/shared-types';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { texts } from '../../i18n/texts.js';
import { Field } from '../../ui/field.js';
import type { DeskModel } from '../workspace/desk-model.js';

type People = AgentCommands['colleagues.list']['result'];

/** Chooses a team or a colleague who can take a conversation now. */
export function RouteField({ desk, onChoose }: { desk: DeskModel; onChoose: (to: RouteTo | null) => void }) {
  const words = texts().acts;
  const people = useSignal<People | 'failed' | null>(null);
  const wanted = useSignal('');
  useEffect(() => {
    desk.client.colleagues().then(
      (found) => (people.value = found),
      () => (people.value = 'failed'),
    );
  }, []);
  const held = people.value === 'failed' ? null : people.value;
  const others = held?.colleagues.filter(({ id }) => id !== desk.agent.id) ?? [];
  return (
    <Field label={words.to} error={people.value === 'failed' ? texts().errors.unavailable : null}>
      <select
        required
        value={wanted.value}
        onChange={(event) => {
          wanted.value = event.currentTarget.value;
          onChoose(targetOf(held, wanted.value));
        }}
      >
        <option value="">{words.choose}</option>
        {held && held.teams.length > 0 && (
          <optgroup label={words.teams}>
            {held.teams.map((team) => (
              <option key={team.key} value={`team ${team.key}`}>
                {team.name}
              </option>
            ))}
          </optgroup>
        )}
        {others.length > 0 && (
          <optgroup label={words.colleagues}>
            {others.map((colleague) => (
              <option
                key={colleague.id}
                value={`agent ${colleague.id}`}
                disabled={colleague.state !== 'available'}
              >
                {words.colleague(
                  colleague.name,
                  texts().header[colleague.state],
                  colleague.load,
                  colleague.capacity,
                )}
              </option>
            ))}
          </optgroup>
        )}
      </select>
    </Field>
  );
}

function targetOf(people: People | null, wanted: string): RouteTo | null {
  const team = people?.teams.find(({ key }) => wanted === `team ${key}`);
  if (team) return { kind: 'team', key: team.key };
  const colleague = people?.colleagues.find(({ id }) => wanted === `agent ${id}`);
  return colleague ? { kind: 'agent', id: colleague.id } : null;
}
