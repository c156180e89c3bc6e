import type { WidgetSettings } from '@baton/shared-types';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ConsoleApi, Site } from '../../api/console-api.js';
import { describeError, wireErrorOf } from '../../api/describe-error.js';
import { texts } from '../../i18n/texts.js';
import { Button } from '../../ui/button.js';
import { Note } from '../../ui/note.js';
import { Skeleton } from '../../ui/skeleton.js';
import { ConsentFields } from './consent-fields.js';
import { GreetingFields } from './greeting-fields.js';
import type { SiteNote } from './sites-model.js';
import { TextFields } from './text-fields.js';

/** What a site changes about its widget: read when the card appears, stored as a whole. */
export function WidgetPart({ site, api }: { site: Site; api: ConsoleApi }) {
  const stored = useSignal<WidgetSettings | null>(null);
  const draft = useSignal<WidgetSettings | null>(null);
  const note = useSignal<SiteNote | null>(null);
  useEffect(() => {
    api.getWidget(site.id).then(
      (widget) => {
        stored.value = draft.value = widget;
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

  const widget = draft.value;
  const set = (change: Partial<WidgetSettings>) => {
    if (widget) draft.value = { ...widget, ...change };
    note.value = null;
  };
  return (
    <form
      class="card-part form-stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (draft.value) void save(draft.value);
      }}
    >
      <h3>{texts().widget.title}</h3>
      {!widget && note.value === null && <Skeleton lines={3} />}
      {widget && (
        <>
          <ConsentFields
            consent={widget.consent}
            before={stored.value?.consent ?? null}
            onChange={(consent) => set({ consent })}
          />
          <GreetingFields
            siteId={site.id}
            api={api}
            greetings={widget.greetings}
            onChange={(greetings) => set({ greetings })}
          />
          <TextFields
            api={api}
            overrides={widget.texts}
            onChange={(overrides) => set({ texts: overrides })}
          />
        </>
      )}
      {note.value?.kind === 'saved' && <Note tone="positive">{texts().common.saved}</Note>}
      {note.value?.kind === 'failed' && (
        <Note tone="danger">
          {describeError(note.value.error, texts())} {note.value.error.details?.join(' ')}
        </Note>
      )}
      {widget && (
        <div>
          <Button type="submit" disabled={stored.value === widget} busy={note.value?.kind === 'busy'}>
            {texts().common.save}
          </Button>
        </div>
      )}
    </form>
  );
}
