import { describeError } from '../../api/describe-error.js';
import { texts } from '../../i18n/texts.js';
import { Icon } from '../../ui/icon.js';
import type { DeskModel } from './desk-model.js';

/** Says the truth about the connection, and nothing while all is well. */
export function ConnectionBar({ desk }: { desk: DeskModel }) {
  const words = texts().connection;
  const connection = desk.client.connection.value;
  switch (connection.kind) {
    case 'online':
    case 'idle':
      return null;
    case 'connecting':
      return (
        <div class="connection-bar slow" role="status">
          {words.connecting}
        </div>
      );
    case 'waiting': {
      const seconds = Math.max(0, Math.ceil((connection.retryAt - desk.clock.now.value) / 1000));
      return (
        <div class="connection-bar warning">
          <Icon name="alert" />
          <span role="status" class="hidden-visually">
            {words.waiting(0)}
          </span>
          <span aria-hidden="true">{words.waiting(seconds)}</span>
        </div>
      );
    }
    case 'stopped':
      return (
        <div class="connection-bar danger" role="alert">
          <Icon name="alert" />
          <span>
            {words.stopped} {describeError(connection.error, texts())}
          </span>
          <button type="button" class="connection-reload" onClick={() => desk.platform.reload()}>
            {words.reload}
          </button>
        </div>
      );
  }
}
