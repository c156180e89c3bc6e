import { useSignal } from '@preact/signals';
import { describeError } from '../../api/describe-error.js';
import { texts } from '../../i18n/texts.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Note } from '../../ui/note.js';
import { PublishDialog } from './publish-dialog.js';
import type { StudioModel } from './studio-model.js';

/** What is live, whether the draft is saved, and the two ways on: discard or publish. */
export function StudioBar({ model, version }: { model: StudioModel; version: number }) {
  const words = texts().studio;
  const dialog = useSignal<'none' | 'publish' | 'discard'>('none');
  const close = () => {
    if (dialog.peek() !== 'none') dialog.value = 'none';
  };
  const changed = model.changed.value;
  const hasProblems = model.draft.problems.value.length > 0;
  const saving = model.draft.saving.value;
  return (
    <>
      <div class="studio-bar">
        <Badge tone="positive">{words.live(version)}</Badge>
        {changed && <Badge tone="warning">{words.draft}</Badge>}
        {changed && saving.kind !== 'conflict' && (
          <span class="muted" role="status">
            {words.saving[saving.kind]}
          </span>
        )}
        <span class="header-space" />
        {changed && (
          <Button look="quiet" onClick={() => (dialog.value = 'discard')}>
            {words.discard}
          </Button>
        )}
        <Button
          look="primary"
          disabled={!changed || hasProblems || saving.kind === 'conflict'}
          onClick={() => (dialog.value = 'publish')}
        >
          {words.publish}
        </Button>
      </div>
      <Notes model={model} />
      {dialog.value === 'publish' && <PublishDialog model={model} version={version + 1} onDone={close} />}
      {dialog.value === 'discard' && (
        <Dialog title={words.discardTitle} onClose={close}>
          <p>{words.discardBody}</p>
          <div class="dialog-actions">
            <Button onClick={close}>{texts().common.cancel}</Button>
            <Button
              look="danger"
              onClick={() => {
                void model.draft.discard();
                close();
              }}
            >
              {words.discard}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}

function Notes({ model }: { model: StudioModel }) {
  const words = texts();
  const saving = model.draft.saving.value;
  const wentLive = model.wentLive.value;
  return (
    <>
      {wentLive && (
        <Note tone="positive">
          {wentLive.restoredFrom === null
            ? words.studio.published(wentLive.version)
            : words.studio.restored(wentLive.version, wentLive.restoredFrom)}
        </Note>
      )}
      {saving.kind === 'failed' && <Note tone="danger">{describeError(saving.error, words)}</Note>}
      {saving.kind === 'conflict' && (
        <Note
          tone="warning"
          action={
            <span class="note-actions">
              <Button onClick={() => void model.draft.reload()}>{words.studio.takeTheirs}</Button>
              <Button onClick={() => void model.draft.keepMine()}>{words.studio.keepMine}</Button>
            </span>
          }
        >
          {words.studio.conflict}
        </Note>
      )}
    </>
  );
}
