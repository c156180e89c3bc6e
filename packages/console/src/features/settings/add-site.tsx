import { useSignal } from '@preact/signals';
import { describeError } from '../../api/describe-error.js';
import { texts } from '../../i18n/texts.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { Note } from '../../ui/note.js';
import { parseOrigins } from './parse-origins.js';
import type { SitesModel } from './sites-model.js';

const EMPTY = { name: '', origins: '' };

/** A further site: a name and where it may be embedded. Its key and its line to paste stand in its card afterwards. */
export function AddSite({ model, timeZone }: { model: SitesModel; timeZone: string }) {
  const words = texts();
  const site = useSignal(EMPTY);
  const wrongLine = useSignal<string | null>(null);
  const note = model.addNote.value;
  return (
    <form
      class="card card-form"
      onSubmit={async (event) => {
        event.preventDefault();
        const { name, origins } = site.value;
        const parsed = parseOrigins(origins);
        wrongLine.value = parsed.ok ? null : parsed.line;
        if (parsed.ok && (await model.add({ name: name.trim(), origins: parsed.origins, timeZone })))
          site.value = EMPTY;
      }}
    >
      <h2>{words.sites.add}</h2>
      <Field label={words.sites.name}>
        <input
          required
          maxLength={100}
          autocomplete="off"
          value={site.value.name}
          onInput={(event) => (site.value = { ...site.value, name: event.currentTarget.value })}
        />
      </Field>
      <Field
        label={words.sites.origins}
        hint={words.sites.originsHint}
        error={wrongLine.value === null ? null : words.sites.originInvalid(wrongLine.value)}
      >
        <textarea
          class="mono"
          required
          rows={2}
          spellcheck={false}
          value={site.value.origins}
          onInput={(event) => {
            site.value = { ...site.value, origins: event.currentTarget.value };
            wrongLine.value = null;
          }}
        />
      </Field>
      {note?.kind === 'saved' && <Note tone="positive">{words.sites.added}</Note>}
      {note?.kind === 'failed' && <Note tone="danger">{describeError(note.error, words)}</Note>}
      <div>
        <Button type="submit" look="primary" busy={note?.kind === 'busy'}>
          {words.sites.add}
        </Button>
      </div>
    </form>
  );
}
