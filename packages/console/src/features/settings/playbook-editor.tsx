import { useRef } from 'preact/hooks';
import type { PlaybookShelf } from '../../api/console-api.js';
import { describeError } from '../../api/describe-error.js';
import { fullTime } from '../../i18n/format-time.js';
import { texts } from '../../i18n/texts.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Note } from '../../ui/note.js';
import { LoadedView } from './loaded-view.js';
import type { PlaybookModel } from './playbook-model.js';
import { YamlField } from './yaml-field.js';

export function PlaybookEditor({ model }: { model: PlaybookModel }) {
  const words = texts();
  return (
    <>
      <header class="settings-head">
        <h1>{words.settings.playbook}</h1>
        <p class="muted">{words.playbook.intro}</p>
      </header>
      <LoadedView resource={model.shelf}>{(shelf) => <Editor model={model} shelf={shelf} />}</LoadedView>
    </>
  );
}

function Editor({ model, shelf }: { model: PlaybookModel; shelf: PlaybookShelf }) {
  const words = texts().playbook;
  const changed = model.changed.value;
  return (
    <>
      <section class="card editor">
        <header class="editor-head">
          <Badge tone={changed ? 'warning' : 'positive'}>
            {changed ? words.changed : words.current(shelf.current.version)}
          </Badge>
          <span class="header-space" />
          {changed && (
            <Button look="quiet" onClick={() => model.revert()}>
              {words.revert}
            </Button>
          )}
          <Button
            look="primary"
            disabled={!changed}
            busy={model.busy.value}
            onClick={() => void model.publish()}
          >
            {model.busy.value ? words.publishing : words.publish}
          </Button>
        </header>
        <Outcome model={model} />
      </section>
      <section class="card table-card">
        <table>
          <caption>{words.versions}</caption>
          <tbody>
            {shelf.versions.map((version) => (
              <tr key={version.id}>
                <td>
                  {version.version}{' '}
                  {version.id === shelf.current.id && <Badge tone="positive">{words.live}</Badge>}
                </td>
                <td>
                  <time dateTime={version.publishedAt}>{fullTime(version.publishedAt)}</time>
                </td>
                <td>
                  <code class="muted" title={version.hash}>
                    {version.hash.slice(0, 12)}
                  </code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

/** The field, and over it what the last attempt brought; an error's line is one click away. */
function Outcome({ model }: { model: PlaybookModel }) {
  const words = texts();
  const field = useRef<HTMLTextAreaElement>(null);
  const failure = model.failure.value;
  const errors = model.errors.value;
  const published = model.published.value;
  return (
    <>
      {published !== null && <Note tone="positive">{words.playbook.published(published)}</Note>}
      {failure && (
        <Note tone="danger">
          {errors.length > 0 ? words.playbook.errors(errors.length) : describeError(failure, words)}
          <ul class="editor-errors">
            {errors.map(({ line, text }) => (
              <li key={`${line} ${text}`}>
                {line === null ? (
                  text
                ) : (
                  <>
                    <button type="button" onClick={() => field.current && toLine(field.current, line)}>
                      {words.playbook.line(line)}
                    </button>{' '}
                    {text}
                  </>
                )}
              </li>
            ))}
          </ul>
        </Note>
      )}
      <YamlField
        ref={field}
        label={words.playbook.editor}
        yaml={model.yaml.value}
        errorLines={new Set(errors.flatMap(({ line }) => (line === null ? [] : [line])))}
        onEdit={(yaml) => model.edit(yaml)}
      />
    </>
  );
}

/** Selects a line and brings it into sight. */
function toLine(field: HTMLTextAreaElement, line: number) {
  const lines = field.value.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
  field.focus();
  field.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  field.scrollTop = Math.max(0, (field.scrollHeight / lines.length) * (line - 1) - field.clientHeight / 2);
}
