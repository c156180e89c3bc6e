import type { WireError } from '@baton/shared-types';
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { describeError } from '../../api/describe-error.js';
import type { PlaybookVersion } from '../../api/studio-api.js';
import { fullTime } from '../../i18n/format-time.js';
import { texts } from '../../i18n/texts.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Note } from '../../ui/note.js';
import { LoadedView } from '../settings/loaded-view.js';
import { ChangedLines } from './changed-lines.js';
import type { StudioModel } from './studio-model.js';

/** Every version that was ever live, newest first; any of them can be taken up again. */
export function VersionsPanel({ model }: { model: StudioModel }) {
  const words = texts().studio.versions;
  const open = useSignal<number | null>(null);
  const shelf = model.shelf.state.value;
  const versions = shelf.kind === 'ready' ? shelf.value.versions : [];
  const live = shelf.kind === 'ready' ? shelf.value.current.version : 0;
  return (
    <div class="form-stack">
      <p class="muted">{words.intro}</p>
      <ul class="golden-list">
        {versions.map((version) => (
          <li key={version.version}>
            <div class="golden-head">
              <strong>{words.version(version.version)}</strong>
              {version.version === live && <Badge tone="positive">{words.live}</Badge>}
              <span class="header-space" />
              {version.version !== live && (
                <Button small onClick={() => (open.value = version.version)}>
                  {words.restore}
                </Button>
              )}
            </div>
            <p class="muted">
              <time dateTime={version.publishedAt}>{fullTime(version.publishedAt)}</time> ·{' '}
              <By model={model} version={version} />
              {version.restoredFrom !== null && ` · ${words.from(version.restoredFrom)}`} ·{' '}
              <code title={version.hash}>{version.hash.slice(0, 8)}</code>
            </p>
          </li>
        ))}
      </ul>
      {open.value !== null && (
        <RestoreDialog
          model={model}
          version={open.value}
          onDone={() => {
            if (open.peek() !== null) open.value = null;
          }}
        />
      )}
    </div>
  );
}

function By({ model, version }: { model: StudioModel; version: PlaybookVersion }) {
  const words = texts().studio.versions;
  const people = model.people.state.value;
  if (version.publishedBy === null) return <>{words.first}</>;
  const person = people.kind === 'ready' && people.value.find(({ id }) => id === version.publishedBy);
  return <bdi>{words.by(person ? person.name : '…')}</bdi>;
}

function RestoreDialog(props: { model: StudioModel; version: number; onDone: () => void }) {
  const { model, version, onDone } = props;
  const words = texts().studio.versions;
  const busy = useSignal(false);
  const refusal = useSignal<WireError | null>(null);
  const read = useMemo(() => model.readVersion(version), [version]);
  return (
    <Dialog title={words.restoreTitle(version)} onClose={onDone}>
      <div class="form-stack publish-checks">
        <p>{words.restoreBody}</p>
        <LoadedView resource={read}>
          {({ yaml }) =>
            yaml === model.live.value ? (
              <p class="muted">{words.sameText}</p>
            ) : (
              <ChangedLines before={model.live.value} after={yaml} />
            )
          }
        </LoadedView>
        {refusal.value && <Note tone="danger">{describeError(refusal.value, texts())}</Note>}
      </div>
      <div class="dialog-actions">
        <Button onClick={onDone}>{texts().common.cancel}</Button>
        <Button
          look="primary"
          busy={busy.value}
          onClick={async () => {
            busy.value = true;
            refusal.value = await model.restore(version);
            busy.value = false;
            if (refusal.peek() === null) onDone();
          }}
        >
          {words.restoreConfirm}
        </Button>
      </div>
    </Dialog>
  );
}
