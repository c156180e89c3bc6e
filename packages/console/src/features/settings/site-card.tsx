import { useSignal } from '@preact/signals';
import type { ConsoleApi, Site } from '../../api/console-api.js';
import { describeError } from '../../api/describe-error.js';
import { texts } from '../../i18n/texts.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { CopyButton } from '../../ui/copy-button.js';
import { Field } from '../../ui/field.js';
import { Note } from '../../ui/note.js';
import type { DeskModel } from '../workspace/desk-model.js';
import { installSnippet } from './install-snippet.js';
import { parseOrigins } from './parse-origins.js';
import { PauseDialog } from './pause-dialog.js';
import { SiteCheck } from './site-check.js';
import type { SitesModel } from './sites-model.js';
import { WidgetPart } from './widget-part.js';

interface SiteProps {
  readonly site: Site;
  readonly model: SitesModel;
  readonly desk: DeskModel;
  readonly api: ConsoleApi;
}

export function SiteCard({ site, model, desk, api }: SiteProps) {
  const { platform } = desk;
  const words = texts();
  const asking = useSignal(false);
  const note = model.notes.value.get(site.id);
  const snippet = installSnippet(platform.origin, site.key);
  return (
    <section class="card" aria-label={site.name}>
      <header class="card-head">
        <h2 dir="auto">{site.name}</h2>
        <span class="card-key">
          <code class="muted">{site.key}</code>
          <CopyButton
            text={site.key}
            platform={platform}
            label={`${words.common.copy}: ${words.sites.key}`}
          />
        </span>
      </header>

      <div class="card-part split">
        <div>
          <h3>{words.sites.automation}</h3>
          <p>
            <Badge tone={site.automationPaused ? 'warning' : 'positive'}>
              {site.automationPaused ? words.sites.paused : words.sites.running}
            </Badge>
          </p>
        </div>
        <Button
          look={site.automationPaused ? 'primary' : 'danger'}
          {...(site.automationPaused ? {} : { icon: 'pause' as const })}
          onClick={() => {
            asking.value = true;
          }}
        >
          {site.automationPaused ? words.sites.resume : words.sites.pause}
        </Button>
      </div>

      <div class="card-part split">
        <div>
          <h3>{words.sites.files}</h3>
          <p class="muted">{site.filesAllowed ? words.sites.filesOn : words.sites.filesOff}</p>
        </div>
        <Button
          busy={note?.kind === 'busy'}
          onClick={() => void model.change(site.id, { filesAllowed: !site.filesAllowed })}
        >
          {site.filesAllowed ? words.sites.stopFiles : words.sites.allowFiles}
        </Button>
      </div>

      <div class="card-part">
        <h3>{words.sites.install}</h3>
        <p class="muted">{words.sites.installHint}</p>
        <div class="snippet">
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard. */}
          <pre class="scroll" tabIndex={0}>
            {snippet}
          </pre>
          <CopyButton
            text={snippet}
            platform={platform}
            label={`${words.common.copy}: ${words.sites.install}`}
          />
        </div>
      </div>

      <Origins site={site} model={model} />
      <WidgetPart site={site} api={api} />
      <SiteCheck desk={desk} api={api} siteId={site.id} />
      {note?.kind === 'saved' && <Note tone="positive">{words.common.saved}</Note>}
      {note?.kind === 'failed' && <Note tone="danger">{describeError(note.error, words)}</Note>}
      {asking.value && (
        <PauseDialog
          site={site}
          model={model}
          onDone={() => {
            asking.value = false;
          }}
        />
      )}
    </section>
  );
}

function Origins({ site, model }: Pick<SiteProps, 'site' | 'model'>) {
  const words = texts();
  const live = site.origins.join('\n');
  const text = useSignal(live);
  const wrongLine = useSignal<string | null>(null);
  return (
    <form
      class="card-part"
      onSubmit={(event) => {
        event.preventDefault();
        const parsed = parseOrigins(text.value);
        wrongLine.value = parsed.ok ? null : parsed.line;
        if (parsed.ok) void model.change(site.id, { origins: parsed.origins });
      }}
    >
      <Field
        label={words.sites.origins}
        hint={words.sites.originsHint}
        error={wrongLine.value === null ? null : words.sites.originInvalid(wrongLine.value)}
      >
        <textarea
          class="mono"
          rows={Math.max(2, site.origins.length + 1)}
          spellcheck={false}
          value={text}
          onInput={(event) => {
            text.value = event.currentTarget.value;
            wrongLine.value = null;
          }}
        />
      </Field>
      <div>
        <Button
          type="submit"
          disabled={text.value.trim() === live}
          busy={model.notes.value.get(site.id)?.kind === 'busy'}
        >
          {words.common.save}
        </Button>
      </div>
    </form>
  );
}
