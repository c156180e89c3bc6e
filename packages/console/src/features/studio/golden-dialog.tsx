import type { GoldenConversation, HandoffReason, Verdict, WireError } from '@baton/shared-types';
import { useSignal } from '@preact/signals';
import { describeError } from '../../api/describe-error.js';
import { texts } from '../../i18n/texts.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Field } from '../../ui/field.js';
import { Note } from '../../ui/note.js';
import type { StudioModel } from './studio-model.js';

const VERDICTS = ['qualified', 'needs_review', 'disqualified'] as const satisfies readonly Verdict[];
const REASONS = ['qualified', 'human_request', 'complaint'] as const satisfies readonly HandoffReason[];

/** Adds a golden conversation, or changes the one of the name `replaces`. Expected slot values stay as they are. */
export function GoldenDialog(props: {
  readonly model: StudioModel;
  readonly golden: GoldenConversation;
  readonly replaces: string | null;
  readonly onDone: () => void;
}) {
  const { model, golden, replaces, onDone } = props;
  const words = texts();
  const form = useSignal({
    name: golden.name,
    language: golden.language,
    lines: golden.lines.join('\n'),
    verdict: golden.expect.verdict,
    handoff: golden.expect.handoff,
  });
  const busy = useSignal(false);
  const refusal = useSignal<WireError | null>(null);
  const set = (change: Partial<typeof form.value>) => {
    form.value = { ...form.peek(), ...change };
  };
  const state = model.golden.state.value;
  const all = state.kind === 'ready' ? state.value : [];
  const name = form.value.name.trim();
  const isTaken = name !== replaces && all.some((each) => each.name === name);
  return (
    <Dialog title={words.studio.golden.editTitle} onClose={onDone}>
      <form
        class="form-stack"
        onSubmit={async (event) => {
          event.preventDefault();
          if (isTaken) return;
          busy.value = true;
          // The dialog may be opened before the list was ever read.
          if (model.golden.state.peek().kind !== 'ready') await model.golden.load();
          const read = model.golden.state.peek();
          refusal.value =
            read.kind === 'failed'
              ? read.error
              : await model.saveGolden(
                  replaced(read.kind === 'ready' ? read.value : [], replaces, {
                    ...golden,
                    name,
                    language: form.peek().language.trim(),
                    lines: linesOf(form.peek().lines),
                    expect: { ...golden.expect, verdict: form.peek().verdict, handoff: form.peek().handoff },
                  }),
                );
          busy.value = false;
          if (refusal.peek() === null) onDone();
        }}
      >
        <Field label={words.studio.golden.name} error={isTaken ? words.studio.golden.nameTaken : null}>
          <input
            required
            maxLength={200}
            dir="auto"
            value={form.value.name}
            onInput={(event) => set({ name: event.currentTarget.value })}
          />
        </Field>
        <Field label={words.studio.golden.lines} hint={words.studio.golden.linesHint}>
          <textarea
            required
            rows={5}
            dir="auto"
            value={form.value.lines}
            onInput={(event) => set({ lines: event.currentTarget.value })}
          />
        </Field>
        <Field label={words.studio.golden.language}>
          <input
            required
            pattern="[a-z]{2,3}"
            maxLength={3}
            value={form.value.language}
            onInput={(event) => set({ language: event.currentTarget.value })}
          />
        </Field>
        <Field label={words.studio.golden.verdict}>
          <select
            value={form.value.verdict ?? ''}
            onChange={(event) => {
              const wanted = event.currentTarget.value;
              set({ verdict: VERDICTS.find((each) => each === wanted) ?? null });
            }}
          >
            <option value="">{words.bundle.verdicts.none}</option>
            {VERDICTS.map((verdict) => (
              <option key={verdict} value={verdict}>
                {words.bundle.verdicts[verdict]}
              </option>
            ))}
          </select>
        </Field>
        <Field label={words.studio.golden.handoff}>
          <select
            value={form.value.handoff ?? ''}
            onChange={(event) => {
              const wanted = event.currentTarget.value;
              set({ handoff: REASONS.find((each) => each === wanted) ?? null });
            }}
          >
            <option value="">{words.studio.golden.nobody}</option>
            {REASONS.map((reason) => (
              <option key={reason} value={reason}>
                {words.inbox.reasons[reason]}
              </option>
            ))}
          </select>
        </Field>
        {refusal.value && <Note tone="danger">{describeError(refusal.value, words)}</Note>}
        <div class="dialog-actions">
          <Button onClick={onDone}>{words.common.cancel}</Button>
          <Button type="submit" look="primary" busy={busy.value}>
            {words.common.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function replaced(
  all: readonly GoldenConversation[],
  name: string | null,
  golden: GoldenConversation,
): readonly GoldenConversation[] {
  if (name === null) return [...all, golden];
  return all.map((each) => (each.name === name ? golden : each));
}
