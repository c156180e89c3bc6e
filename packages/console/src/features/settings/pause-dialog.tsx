import { useSignal } from '@preact/signals';
import type { Site } from '../../api/console-api.js';
import { texts } from '../../i18n/texts.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Field } from '../../ui/field.js';
import type { SitesModel } from './sites-model.js';

/** Pausing or resuming is a privileged act, so it asks for the reason that goes on record. */
export function PauseDialog({ site, model, onDone }: { site: Site; model: SitesModel; onDone: () => void }) {
  const reason = useSignal('');
  const words = texts();
  const pausing = !site.automationPaused;
  return (
    <Dialog
      title={pausing ? words.sites.pauseTitle(site.name) : words.sites.resumeTitle(site.name)}
      onClose={onDone}
    >
      <form
        class="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          void model.change(site.id, { automationPaused: pausing, reason: reason.value.trim() });
          onDone();
        }}
      >
        {pausing && <p>{words.sites.pauseBody}</p>}
        <Field label={words.sites.reason} hint={words.sites.reasonHint}>
          <input
            required
            maxLength={200}
            value={reason}
            onInput={(event) => {
              reason.value = event.currentTarget.value;
            }}
          />
        </Field>
        <div class="dialog-actions">
          <Button onClick={onDone}>{words.common.cancel}</Button>
          <Button type="submit" look="primary" disabled={reason.value.trim() === ''}>
            {pausing ? words.sites.pause : words.sites.resume}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
