import { AGENT_COMMAND } from '@baton/shared-types';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { texts } from '../../i18n/texts.js';
import { Button } from '../../ui/button.js';
import type { FileProps } from './file-props.js';

/** A note that colleagues see and the visitor never does. It looks like nothing that is sent to the visitor. */
export function NoteForm({ file, onDone }: FileProps & { onDone: () => void }) {
  const words = texts().acts;
  const text = useSignal('');
  const busy = useSignal(false);
  const field = useRef<HTMLTextAreaElement>(null);
  // The person has just asked for this field.
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      class="note-form"
      onSubmit={async (event) => {
        event.preventDefault();
        const note = text.peek().trim();
        if (note === '') return;
        busy.value = true;
        const { conversation } = file.conversation;
        const done = await file.conversation.attempt(() =>
          conversation.perform(AGENT_COMMAND.addNote, { text: note }),
        );
        busy.value = false;
        if (done) onDone();
      }}
    >
      <textarea
        ref={field}
        rows={2}
        maxLength={2000}
        dir="auto"
        aria-label={words.noteLabel}
        placeholder={words.notePlaceholder}
        value={text.value}
        onInput={(event) => (text.value = event.currentTarget.value)}
      />
      <div class="note-actions">
        <Button small look="quiet" onClick={onDone}>
          {words.toReply}
        </Button>
        <Button small type="submit" look="primary" busy={busy.value} disabled={text.value.trim() === ''}>
          {words.addNote}
        </Button>
      </div>
    </form>
  );
}
