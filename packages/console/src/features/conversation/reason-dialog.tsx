import { AGENT_COMMAND } from '@baton/shared-types';
import { useSignal } from '@preact/signals';
import { texts } from '../../i18n/texts.js';
import { ActDialog } from './act-dialog.js';
import type { DialogProps } from './desk-dialogs.js';
import { ReasonField } from './reason-field.js';

/** Takes the conversation from a colleague, or switches the assistant off or on in it; both only with a reason. */
export function ReasonDialog({ file, onDone, act }: DialogProps & { act: 'bargeIn' | 'automation' }) {
  const words = texts().acts;
  const reason = useSignal('');
  const { conversation } = file.conversation;
  const isPaused = conversation.view.value?.automationPaused === true;
  const { title, body, confirm } =
    act === 'bargeIn' ? words.bargeIn : isPaused ? words.resumeAutomation : words.pauseAutomation;
  return (
    <ActDialog
      file={file}
      title={title}
      body={body}
      confirm={confirm}
      disabled={reason.value.trim() === ''}
      act={() =>
        act === 'bargeIn'
          ? conversation.perform(AGENT_COMMAND.bargeIn, { reason: reason.peek().trim() })
          : conversation.perform(AGENT_COMMAND.setAutomation, {
              paused: !isPaused,
              reason: reason.peek().trim(),
            })
      }
      onDone={onDone}
    >
      <ReasonField reason={reason} />
    </ActDialog>
  );
}
