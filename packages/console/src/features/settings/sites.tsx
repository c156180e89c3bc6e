import { texts } from '../../i18n/texts.js';
import type { Platform } from '../../platform/platform.js';
import { LoadedView } from './loaded-view.js';
import { SiteCard } from './site-card.js';
import type { SitesModel } from './sites-model.js';

export function Sites({ model, platform }: { model: SitesModel; platform: Platform }) {
  const words = texts();
  return (
    <>
      <header class="settings-head">
        <h1>{words.settings.sites}</h1>
        <p class="muted">{words.sites.intro}</p>
      </header>
      <LoadedView resource={model.sites}>
        {(sites) =>
          sites.length === 0 ? (
            <p class="muted">{words.sites.none}</p>
          ) : (
            sites.map((site) => <SiteCard key={site.id} site={site} model={model} platform={platform} />)
          )
        }
      </LoadedView>
    </>
  );
}
