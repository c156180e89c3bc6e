import { AGENT_COMMAND, type AgentCommands, type RouteTo } from '@baton/shared-types';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { texts } from '../../i18n/texts.js';
import { Field } from '../../ui/field.js';
import { ActDialog } from './act-dialog.js';
import type { DialogProps } from './desk-dialogs.js';

type People = AgentCommands['colleagues.list']['result'];

/** Passes the conversation on, with a note for whoever takes it. */
export function TransferDialog({ desk, file, onDone }: DialogProps) {
  const words = texts().acts;
  const people = useSignal<People | 'failed' | null>(null);
  const wanted = useSignal('');
  const note = useSignal('');
  useEffect(() => {
    desk.client.colleagues().then(
      (found) => (people.value = found),
      () => (people.value = 'failed'),
    );
  }, []);
  const held = people.value === 'failed' ? null : people.value;
  const others = held?.colleagues.filter(({ id }) => id !== desk.agent.id) ?? [];
  const target = targetOf(held, wanted.value);
  return (
    <ActDialog
      file={file}
      title={words.transferTitle}
      body={words.transferBody}
      confirm={words.transfer}
      disabled={!target || note.value.trim() === ''}
      act={async () => {
        if (target)
          await file.conversation.conversation.perform(AGENT_COMMAND.transfer, {
            to: target,
            note: note.peek().trim(),
          });
      }}
      onDone={onDone}
    >
      <Field label={words.to} error={people.value === 'failed' ? texts().errors.unavailable : null}>
        <select
          required
          value={wanted.value}
          onChange={(event) => (wanted.value = event.currentTarget.value)}
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
      <Field label={words.note} hint={words.noteHint}>
        <textarea
          required
          rows={3}
          maxLength={2000}
          dir="auto"
          value={note.value}
          onInput={(event) => (note.value = event.currentTarget.value)}
        />
      </Field>
    </ActDialog>
  );
}

function targetOf(people: People | null, wanted: string): RouteTo | null {
  const team = people?.teams.find(({ key }) => wanted === `team ${key}`);
  if (team) return { kind: 'team', key: team.key };
  const colleague = people?.colleagues.find(({ id }) => wanted === `agent ${id}`);
  return colleague ? { kind: 'agent', id: colleague.id } : null;
}
