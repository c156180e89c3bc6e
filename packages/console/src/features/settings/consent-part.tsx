import type { ConsentSettings, WidgetSettings } from '@baton/shared-types';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ConsoleApi, Site } from '../../api/console-api.js';
import { describeError, wireErrorOf } from '../../api/describe-error.js';
import { texts } from '../../i18n/texts.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { Note } from '../../ui/note.js';
import { LocalizedField } from './localized-field.js';
import type { SiteNote } from './sites-model.js';

/** As many characters as the server takes. */
const MOST = 600;

/** Whether visitors of a site have to agree before they can write, and to what. */
export function ConsentPart({ site, api }: { site: Site; api: ConsoleApi }) {
  const words = texts().consent;
  const stored = useSignal<WidgetSettings | null>(null);
  const draft = useSignal<ConsentSettings | null>(null);
  const note = useSignal<SiteNote | null>(null);
  useEffect(() => {
    api.getWidget(site.id).then(
      (widget) => {
        stored.value = widget;
        draft.value = widget.consent;
      },
      (thrown) => {
        note.value = { kind: 'failed', error: wireErrorOf(thrown) };
      },
    );
  }, [site.id]);

  async function save(widget: WidgetSettings): Promise<void> {
    note.value = { kind: 'busy' };
    try {
      await api.saveWidget(site.id, widget);
      stored.value = widget;
      note.value = { kind: 'saved' };
    } catch (thrown) {
      note.value = { kind: 'failed', error: wireErrorOf(thrown) };
    }
  }

  const asked = draft.value;
  return (
    <form
      class="card-part form-stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (stored.value) void save({ ...stored.value, consent: draft.value });
      }}
    >
      <h3>{words.title}</h3>
      <label class="menu-line">
        <span>{words.ask}</span>
        <input
          type="checkbox"
          checked={asked !== null}
          disabled={stored.value === null}
          onChange={(event) => {
            draft.value = event.currentTarget.checked
              ? (stored.value?.consent ?? { text: { en: words.example }, link: null })
              : null;
          }}
        />
      </label>
      {asked && (
        <>
          <LocalizedField
            label={words.text}
            hint={words.textHint}
            most={MOST}
            value={asked.text}
            onChange={(text) => (draft.value = { ...asked, text })}
          />
          <Field label={words.link} hint={words.linkHint}>
            <input
              type="url"
              pattern="https://.+"
              value={asked.link ?? ''}
              onInput={(event) =>
                (draft.value = { ...asked, link: event.currentTarget.value.trim() || null })
              }
            />
          </Field>
        </>
      )}
      {note.value?.kind === 'saved' && <Note tone="positive">{texts().common.saved}</Note>}
      {note.value?.kind === 'failed' && (
        <Note tone="danger">
          {describeError(note.value.error, texts())} {note.value.error.details?.join(' ')}
        </Note>
      )}
      <div>
        <Button type="submit" disabled={stored.value?.consent === asked} busy={note.value?.kind === 'busy'}>
          {texts().common.save}
        </Button>
      </div>
    </form>
  );
}
