import type { PresenceState } from '@baton/shared-types';
import { describeError } from '../../api/describe-error.js';
import { texts } from '../../i18n/texts.js';
import type { DeskModel } from './desk-model.js';

const STATES: readonly PresenceState[] = ['available', 'away', 'offline'];

export function PresenceSwitch({ desk }: { desk: DeskModel }) {
  const words = texts().header;
  const state = desk.client.presence.value;
  const error = desk.presenceError.value;
  return (
    <div class={`presence ${state}`}>
      <span class="presence-dot" aria-hidden="true" />
      <select
        aria-label={words.presence}
        aria-invalid={error ? true : undefined}
        title={error ? describeError(error, texts()) : words.presence}
        value={state}
        disabled={desk.client.connection.value.kind !== 'online'}
        onChange={(event) => {
          const wanted = STATES.find((candidate) => candidate === event.currentTarget.value);
          if (wanted) void desk.setPresence(wanted);
        }}
      >
        {STATES.map((candidate) => (
          <option key={candidate} value={candidate}>
            {words[candidate]}
          </option>
        ))}
      </select>
    </div>
  );
}
