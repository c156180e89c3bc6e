import { AGENT_COMMAND, type RouteTo } from '@baton/shared-types';
import { useSignal } from '@preact/signals';
import { texts } from '../../i18n/texts.js';
import { ActDialog } from './act-dialog.js';
import type { DialogProps } from './desk-dialogs.js';
import { ReasonField } from './reason-field.js';
import { RouteField } from './route-field.js';

/** Sends what no person has yet to a team or a colleague, against the rules, with a reason. */
export function RerouteDialog({ desk, file, onDone }: DialogProps) {
  const words = texts().acts;
  const target = useSignal<RouteTo | null>(null);
  const reason = useSignal('');
  return (
    <ActDialog
      file={file}
      title={words.rerouteTitle}
      body={words.rerouteBody}
      confirm={words.reroute}
      disabled={!target.value || reason.value.trim() === ''}
      act={async () => {
        const to = target.peek();
        if (to)
          await file.conversation.conversation.perform(AGENT_COMMAND.reroute, {
            to,
            reason: reason.peek().trim(),
          });
      }}
      onDone={onDone}
    >
      <RouteField desk={desk} onChoose={(to) => (target.value = to)} />
      <ReasonField reason={reason} />
    </ActDialog>
  );
}
