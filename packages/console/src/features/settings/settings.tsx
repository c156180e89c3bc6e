import { useMemo } from 'preact/hooks';
import type { ConsoleApi } from '../../api/console-api.js';
import { texts } from '../../i18n/texts.js';
import { PATHS, type SettingsPage } from '../../paths.js';
import { SnippetsPage } from '../snippets/snippets-page.js';
import { StudioPage } from '../studio/studio-page.js';
import type { DeskModel } from '../workspace/desk-model.js';
import { People } from './people.js';
import { createPeopleModel } from './people-model.js';
import { settingsPagesFor } from './settings-pages.js';
import { Sites } from './sites.js';
import { createSitesModel } from './sites-model.js';
import { createTeamsModel } from './teams-model.js';
import { TeamsPage } from './teams-page.js';
import './settings.css';

interface SettingsProps {
  readonly desk: DeskModel;
  readonly api: ConsoleApi;
  readonly page: SettingsPage;
}

/** What this person may set. The server says the same; this merely spares an agent the detour. */
export function Settings({ desk, api, page }: SettingsProps) {
  const words = texts().settings;
  const pages = settingsPagesFor(desk.agent.role);
  if (!pages.includes(page)) {
    return (
      <main class="settings-refused">
        <h1>{words.notForYou}</h1>
        <a href={PATHS.home}>{words.toInbox}</a>
      </main>
    );
  }
  return (
    <main class="settings">
      <nav aria-label={words.title} class="settings-nav">
        {pages.map((candidate) => (
          <a
            key={candidate}
            href={PATHS.settings(candidate)}
            aria-current={candidate === page ? 'page' : undefined}
          >
            {words[candidate]}
          </a>
        ))}
      </nav>
      <div class="settings-page scroll">
        <div class="settings-column">
          <Page desk={desk} api={api} page={page} />
        </div>
      </div>
    </main>
  );
}

function Page({ desk, api, page }: SettingsProps) {
  const sites = useMemo(() => createSitesModel(api), [api]);
  const people = useMemo(() => createPeopleModel(api), [api]);
  const teams = useMemo(() => createTeamsModel(api), [api]);
  switch (page) {
    case 'sites':
      return <Sites model={sites} desk={desk} api={api} />;
    case 'people':
      return <People model={people} />;
    case 'teams':
      return <TeamsPage model={teams} timeZone={desk.platform.environment.timeZone()} />;
    case 'snippets':
      return <SnippetsPage desk={desk} />;
    case 'playbook':
      return <StudioPage desk={desk} api={api} />;
  }
}
