import type { WireError } from '@baton/shared-types';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { describeError } from '../../api/describe-error.js';
import { texts } from '../../i18n/texts.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Icon } from '../../ui/icon.js';
import { Note } from '../../ui/note.js';
import { ChangedLines } from './changed-lines.js';
import type { RunState } from './run-model.js';
import type { StudioModel, StudioTab } from './studio-model.js';

/** What publishing would mean, proven before it happens: golden set, past conversations, changed lines. */
export function PublishDialog(props: { model: StudioModel; version: number; onDone: () => void }) {
  const { model, version, onDone } = props;
  const words = texts().studio;
  const busy = useSignal(false);
  const refusal = useSignal<WireError | null>(null);
  useEffect(() => {
    void model.draft.flush();
    const yaml = model.draft.yaml.peek();
    void model.goldenRun.start(yaml);
    void model.past.start(yaml);
  }, []);
  const see = (tab: StudioTab) => {
    model.tab.value = tab;
    onDone();
  };
  const golden = model.goldenRun.state.value;
  const passes = golden.kind === 'done' && golden.value.every(({ passed }) => passed);
  return (
    <Dialog title={words.publishing.title(version)} onClose={onDone}>
      <div class="form-stack publish-checks">
        <section>
          <h3>{words.publishing.golden}</h3>
          <GoldenCheck model={model} onSee={() => see('golden')} />
        </section>
        <section>
          <h3>{words.publishing.past}</h3>
          <PastCheck model={model} onSee={() => see('past')} />
        </section>
        <section>
          <h3>{words.publishing.changes}</h3>
          <ChangedLines before={model.live.value} after={model.draft.yaml.value} />
        </section>
        {refusal.value && (
          <Note tone="danger">
            {describeError(refusal.value, texts())}
            <ul>
              {refusal.value.details?.map((detail) => (
                <li key={detail}>{detail}</li>
              ))}
            </ul>
          </Note>
        )}
      </div>
      <div class="dialog-actions">
        <Button onClick={onDone}>{texts().common.cancel}</Button>
        <Button
          look="primary"
          disabled={!passes}
          busy={busy.value}
          onClick={async () => {
            busy.value = true;
            refusal.value = await model.publish();
            busy.value = false;
            if (refusal.peek() === null) onDone();
          }}
        >
          {words.publishing.confirm}
        </Button>
      </div>
    </Dialog>
  );
}

function GoldenCheck({ model, onSee }: { model: StudioModel; onSee: () => void }) {
  const words = texts().studio;
  const state = model.goldenRun.state.value;
  if (state.kind !== 'done') return <Waiting state={state} />;
  const failed = state.value.filter(({ passed }) => !passed);
  if (failed.length === 0) {
    const all = state.value.length;
    return (
      <p class="check-line">
        <Icon name={all > 0 ? 'accept' : 'alert'} />
        {all > 0 ? words.golden.passed(all, all) : words.golden.none}
      </p>
    );
  }
  return (
    <Note tone="danger" action={<Button onClick={onSee}>{words.publishing.see}</Button>}>
      {words.publishing.blocked(failed.length)}
      <ul>
        {failed.map(({ name }) => (
          <li key={name} dir="auto">
            {name}
          </li>
        ))}
      </ul>
    </Note>
  );
}

function PastCheck({ model, onSee }: { model: StudioModel; onSee: () => void }) {
  const words = texts().studio;
  const state = model.past.state.value;
  if (state.kind !== 'done') return <Waiting state={state} />;
  const { conversations, differences } = state.value;
  return (
    <p class="check-line">
      <Icon name={differences.length === 0 ? 'accept' : 'alert'} />
      <span>
        {conversations === 0
          ? words.past.none
          : differences.length === 0
            ? words.past.same
            : words.publishing.pastChanged(differences.length, conversations)}
      </span>
      {differences.length > 0 && (
        <Button small onClick={onSee}>
          {words.publishing.see}
        </Button>
      )}
    </p>
  );
}

function Waiting({ state }: { state: Exclude<RunState<unknown>, { kind: 'done' }> }) {
  if (state.kind === 'failed') return <Note tone="danger">{describeError(state.error, texts())}</Note>;
  return (
    <p class="muted" role="status">
      {texts().studio.working} …
    </p>
  );
}
