import type { GoldenConversation, GoldenResult } from '@baton/shared-types';
import { useSignal } from '@preact/signals';
import { describeError } from '../../api/describe-error.js';
import { texts } from '../../i18n/texts.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Note } from '../../ui/note.js';
import { LoadedView } from '../settings/loaded-view.js';
import { GoldenDialog } from './golden-dialog.js';
import type { StudioModel } from './studio-model.js';

type Open =
  | { readonly kind: 'edit'; readonly golden: GoldenConversation; readonly replaces: string | null }
  | { readonly kind: 'remove'; readonly name: string };

/** The golden set: what each conversation expects, and whether the draft fulfils it. */
export function GoldenPanel({ model }: { model: StudioModel }) {
  const words = texts().studio;
  const open = useSignal<Open | null>(null);
  const close = () => {
    if (open.peek()) open.value = null;
  };
  const state = model.goldenRun.state.value;
  const results = state.kind === 'done' ? state.value : [];
  const hasProblems = model.draft.problems.value.length > 0;
  return (
    <div class="form-stack">
      <p class="muted">{words.golden.intro}</p>
      <div class="studio-acts">
        <Button
          look="primary"
          icon="steps"
          busy={state.kind === 'busy'}
          disabled={hasProblems}
          onClick={() => void model.goldenRun.start(model.draft.yaml.peek())}
        >
          {words.golden.run}
        </Button>
        <Button icon="plus" onClick={() => (open.value = { kind: 'edit', golden: EMPTY, replaces: null })}>
          {words.golden.add}
        </Button>
      </div>
      {hasProblems && <p class="muted">{words.mendFirst}</p>}
      {state.kind === 'failed' && <Note tone="danger">{describeError(state.error, texts())}</Note>}
      {state.kind === 'done' && results.length > 0 && (
        <Summary model={model} results={results} yaml={state.yaml} />
      )}
      <LoadedView resource={model.golden}>
        {(all) =>
          all.length === 0 ? (
            <Note tone="warning">{words.golden.none}</Note>
          ) : (
            <ul class="golden-list">
              {all.map((golden) => (
                <Golden
                  key={golden.name}
                  model={model}
                  golden={golden}
                  result={results.find(({ name }) => name === golden.name) ?? null}
                  onEdit={() => (open.value = { kind: 'edit', golden, replaces: golden.name })}
                  onRemove={() => (open.value = { kind: 'remove', name: golden.name })}
                />
              ))}
            </ul>
          )
        }
      </LoadedView>
      {open.value?.kind === 'edit' && (
        <GoldenDialog
          model={model}
          golden={open.value.golden}
          replaces={open.value.replaces}
          onDone={close}
        />
      )}
      {open.value?.kind === 'remove' && <RemoveDialog model={model} name={open.value.name} onDone={close} />}
    </div>
  );
}

const EMPTY: GoldenConversation = {
  name: '',
  language: 'en',
  lines: [],
  expect: { verdict: null, handoff: null },
};

function Summary(props: { model: StudioModel; results: readonly GoldenResult[]; yaml: string }) {
  const { model, results, yaml } = props;
  const words = texts().studio;
  const passed = results.filter((result) => result.passed).length;
  return (
    <Note tone={passed === results.length ? 'positive' : 'danger'}>
      {words.golden.passed(passed, results.length)}
      {yaml !== model.draft.yaml.value && ` ${words.stale}`}
    </Note>
  );
}

function Golden(props: {
  readonly model: StudioModel;
  readonly golden: GoldenConversation;
  readonly result: GoldenResult | null;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}) {
  const { model, golden, result, onEdit, onRemove } = props;
  const words = texts();
  const { verdict, handoff } = golden.expect;
  return (
    <li>
      <div class="golden-head">
        <strong dir="auto">{golden.name}</strong>
        {result && (
          <Badge tone={result.passed ? 'positive' : 'danger'}>
            {result.passed ? words.studio.golden.ok : words.studio.golden.wrong}
          </Badge>
        )}
      </div>
      <p class="muted">
        {golden.language} · {words.bundle.verdicts[verdict ?? 'none']} ·{' '}
        {handoff ? words.inbox.reasons[handoff] : words.studio.golden.nobody}
      </p>
      {result && !result.passed && (
        <ul class="sentences golden-differences">
          {result.differences.map((difference) => (
            <li key={difference}>{difference}</li>
          ))}
        </ul>
      )}
      <div class="studio-acts">
        <Button
          small
          icon="chat"
          onClick={() => {
            model.lines.value = golden.lines;
            model.locale.value = golden.language;
            model.tab.value = 'try';
            void model.play();
          }}
        >
          {words.studio.golden.play}
        </Button>
        <Button
          small
          look="quiet"
          icon="pencil"
          label={`${words.studio.golden.edit}: ${golden.name}`}
          onClick={onEdit}
        />
        <Button
          small
          look="quiet"
          icon="trash"
          label={`${words.studio.golden.remove}: ${golden.name}`}
          onClick={onRemove}
        />
      </div>
    </li>
  );
}

function RemoveDialog({ model, name, onDone }: { model: StudioModel; name: string; onDone: () => void }) {
  const words = texts();
  const state = model.golden.state.value;
  const all = state.kind === 'ready' ? state.value : [];
  return (
    <Dialog title={words.studio.golden.removeTitle(name)} onClose={onDone}>
      <p>{words.studio.golden.removeBody}</p>
      <div class="dialog-actions">
        <Button onClick={onDone}>{words.common.cancel}</Button>
        <Button
          look="danger"
          onClick={() => {
            void model.saveGolden(all.filter((golden) => golden.name !== name));
            onDone();
          }}
        >
          {words.studio.golden.remove}
        </Button>
      </div>
    </Dialog>
  );
}
