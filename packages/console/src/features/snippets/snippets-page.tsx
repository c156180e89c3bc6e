import type { Snippet, SnippetId } from '@baton/shared-types';
import { useSignal } from '@preact/signals';
import { describeError } from '../../api/describe-error.js';
import { dayOrTime } from '../../i18n/format-time.js';
import { texts } from '../../i18n/texts.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Note } from '../../ui/note.js';
import { LoadedView } from '../settings/loaded-view.js';
import type { DeskModel } from '../workspace/desk-model.js';
import { SnippetForm } from './snippet-form.js';
import './snippets.css';

/** The canned replies of the workspace: read, add, change, remove. */
export function SnippetsPage({ desk }: { desk: DeskModel }) {
  const words = texts();
  const model = desk.snippets;
  const editing = useSignal<SnippetId | 'new' | null>(null);
  const removing = useSignal<Snippet | null>(null);
  return (
    <>
      <header class="settings-head">
        <h1>{words.snippets.page}</h1>
        <p class="muted">{words.snippets.intro}</p>
      </header>
      <LoadedView resource={model.all}>
        {(all) => (
          <>
            {all.length === 0 && editing.value === null && (
              <p class="card card-form muted">{words.snippets.none}</p>
            )}
            {all.length > 0 && (
              <ul class="card snippet-list">
                {all.map((snippet) =>
                  editing.value === snippet.id ? (
                    <li key={snippet.id}>
                      <SnippetForm model={model} snippet={snippet} onDone={() => (editing.value = null)} />
                    </li>
                  ) : (
                    <Line
                      key={snippet.id}
                      snippet={snippet}
                      now={desk.clock.now.peek()}
                      onEdit={() => {
                        model.dismiss();
                        editing.value = snippet.id;
                      }}
                      onRemove={() => (removing.value = snippet)}
                    />
                  ),
                )}
              </ul>
            )}
          </>
        )}
      </LoadedView>
      {editing.value === 'new' ? (
        <section class="card card-form" aria-label={words.snippets.add}>
          <h2>{words.snippets.add}</h2>
          <SnippetForm model={model} snippet={null} onDone={() => (editing.value = null)} />
        </section>
      ) : (
        <div>
          <Button
            look="primary"
            icon="plus"
            onClick={() => {
              model.dismiss();
              editing.value = 'new';
            }}
          >
            {words.snippets.add}
          </Button>
        </div>
      )}
      {removing.value && (
        <Dialog
          title={words.snippets.removeTitle(removing.value.title)}
          onClose={() => (removing.value = null)}
        >
          <p>{words.snippets.removeBody}</p>
          {model.failure.value && <Note tone="danger">{describeError(model.failure.value, words)}</Note>}
          <div class="dialog-actions">
            <Button onClick={() => (removing.value = null)}>{words.common.cancel}</Button>
            <Button
              look="danger"
              busy={model.busy.value}
              onClick={async () => {
                if (removing.value && (await model.remove(removing.value.id))) removing.value = null;
              }}
            >
              {words.snippets.remove}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}

function Line(props: { snippet: Snippet; now: number; onEdit: () => void; onRemove: () => void }) {
  const { snippet, now, onEdit, onRemove } = props;
  const words = texts().snippets;
  return (
    <li>
      <div class="snippet-line">
        <kbd>/{snippet.shortcut}</kbd>
        <strong dir="auto">{snippet.title}</strong>
        <span class="header-space" />
        <Button look="quiet" small icon="pencil" label={words.edit(snippet.title)} onClick={onEdit} />
        <Button
          look="quiet"
          small
          icon="trash"
          label={`${words.remove}: ${snippet.title}`}
          onClick={onRemove}
        />
      </div>
      <p class="snippet-body" dir="auto">
        {snippet.text}
      </p>
      <p class="muted field-hint">{words.changedBy(snippet.updatedBy, dayOrTime(snippet.updatedAt, now))}</p>
    </li>
  );
}
