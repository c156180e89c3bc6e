import type { WireError } from '@baton/shared-types';
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { ConsoleApi } from '../../api/console-api.js';
import { describeError, wireErrorOf } from '../../api/describe-error.js';
import { texts } from '../../i18n/texts.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Field } from '../../ui/field.js';
import { Note } from '../../ui/note.js';
import { createResource } from './loaded.js';
import { LoadedView } from './loaded-view.js';

/** The one switch over every site: whether the assistant answers at all. */
export function EverywhereCard({ api }: { api: ConsoleApi }) {
  const words = texts().everywhere;
  const automation = useMemo(() => createResource(() => api.getAutomation()), [api]);
  const asking = useSignal(false);
  return (
    <section class="card" aria-label={words.title}>
      <LoadedView resource={automation}>
        {({ paused, reason }) => (
          <div class="split-line">
            <div>
              <h2>{words.title}</h2>
              <p class="everywhere-state">
                <Badge tone={paused ? 'warning' : 'positive'}>{paused ? words.paused : words.running}</Badge>
                {paused && reason && <span class="muted">{words.because(reason)}</span>}
              </p>
            </div>
            <Button
              look={paused ? 'plain' : 'danger'}
              icon={paused ? 'spark' : 'pause'}
              onClick={() => (asking.value = true)}
            >
              {paused ? words.resume : words.pause}
            </Button>
            {asking.value && (
              <SwitchDialog
                paused={paused}
                onSwitch={async (change) => {
                  await api.setAutomation(change);
                  await automation.load();
                }}
                onDone={() => {
                  if (asking.peek()) asking.value = false;
                }}
              />
            )}
          </div>
        )}
      </LoadedView>
    </section>
  );
}

function SwitchDialog(props: {
  readonly paused: boolean;
  readonly onSwitch: (change: { paused: boolean; reason: string }) => Promise<void>;
  readonly onDone: () => void;
}) {
  const { paused, onSwitch, onDone } = props;
  const words = texts();
  const reason = useSignal('');
  const busy = useSignal(false);
  const refusal = useSignal<WireError | null>(null);
  return (
    <Dialog title={paused ? words.everywhere.resumeTitle : words.everywhere.pauseTitle} onClose={onDone}>
      <form
        class="form-stack"
        onSubmit={async (event) => {
          event.preventDefault();
          busy.value = true;
          refusal.value = null;
          try {
            await onSwitch({ paused: !paused, reason: reason.peek().trim() });
            onDone();
          } catch (thrown) {
            refusal.value = wireErrorOf(thrown);
          }
          busy.value = false;
        }}
      >
        <p>{paused ? words.everywhere.resumeBody : words.everywhere.pauseBody}</p>
        <Field label={words.sites.reason} hint={words.sites.reasonHint}>
          <input
            required
            minLength={3}
            maxLength={300}
            dir="auto"
            value={reason.value}
            onInput={(event) => (reason.value = event.currentTarget.value)}
          />
        </Field>
        {refusal.value && <Note tone="danger">{describeError(refusal.value, words)}</Note>}
        <div class="dialog-actions">
          <Button onClick={onDone}>{words.common.cancel}</Button>
          <Button
            type="submit"
            look={paused ? 'primary' : 'danger'}
            busy={busy.value}
            disabled={reason.value.trim().length < 3}
          >
            {paused ? words.everywhere.resume : words.everywhere.pause}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
