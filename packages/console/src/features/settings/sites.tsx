import type { ConsoleApi } from '../../api/console-api.js';
import { texts } from '../../i18n/texts.js';
import type { DeskModel } from '../workspace/desk-model.js';
import { AddSite } from './add-site.js';
import { EverywhereCard } from './everywhere-card.js';
import { LoadedView } from './loaded-view.js';
import { SiteCard } from './site-card.js';
import type { SitesModel } from './sites-model.js';

export function Sites({ model, desk, api }: { model: SitesModel; desk: DeskModel; api: ConsoleApi }) {
  const words = texts();
  return (
    <>
      <header class="settings-head">
        <h1>{words.settings.sites}</h1>
        <p class="muted">{words.sites.intro}</p>
      </header>
      <EverywhereCard api={api} />
      <LoadedView resource={model.sites}>
        {(sites) =>
          sites.length === 0 ? (
            <p class="muted">{words.sites.none}</p>
          ) : (
            sites.map((site) => <SiteCard key={site.id} site={site} model={model} desk={desk} api={api} />)
          )
        }
      </LoadedView>
      <AddSite model={model} timeZone={desk.platform.environment.timeZone()} />
    </>
  );
}
