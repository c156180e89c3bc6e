import type { Team, TeamKey } from '@baton/shared-types';
import { useSignal } from '@preact/signals';
import { texts } from '../../i18n/texts.js';
import { Button } from '../../ui/button.js';
import { DryRun } from './dry-run.js';
import { LoadedView } from './loaded-view.js';
import { TeamForm } from './team-form.js';
import type { TeamsModel } from './teams-model.js';

/** Teams with their hours, and where a lead would go. */
export function TeamsPage({ model, timeZone }: { model: TeamsModel; timeZone: string }) {
  const words = texts();
  const editing = useSignal<TeamKey | 'new team' | null>(null);
  const done = () => {
    editing.value = null;
  };
  return (
    <>
      <header class="settings-head">
        <h1>{words.settings.teams}</h1>
        <p class="muted">{words.teams.intro}</p>
      </header>
      <LoadedView resource={model.teams}>
        {(teams) => (
          <>
            {teams.length === 0 && editing.value === null && (
              <p class="card card-form muted">{words.teams.none}</p>
            )}
            {teams.map((team) =>
              editing.value === team.key ? (
                <section key={team.key} class="card card-form" aria-label={team.name}>
                  <h2 dir="auto">{team.name}</h2>
                  <TeamForm model={model} team={team} timeZone={timeZone} onDone={done} />
                </section>
              ) : (
                <Line key={team.key} team={team} onEdit={() => (editing.value = team.key)} />
              ),
            )}
          </>
        )}
      </LoadedView>
      {editing.value === 'new team' ? (
        <section class="card card-form" aria-label={words.teams.add}>
          <h2>{words.teams.add}</h2>
          <TeamForm model={model} team={null} timeZone={timeZone} onDone={done} />
        </section>
      ) : (
        <div>
          <Button look="primary" icon="plus" onClick={() => (editing.value = 'new team')}>
            {words.teams.add}
          </Button>
        </div>
      )}
      <DryRun model={model} />
    </>
  );
}

function Line({ team, onEdit }: { team: Team; onEdit: () => void }) {
  const words = texts().teams;
  return (
    <section class="card card-form team-line" aria-label={team.name}>
      <div class="snippet-line">
        <h2 dir="auto">{team.name}</h2>
        <code class="muted">{team.key}</code>
        <span class="header-space" />
        <Button look="quiet" small icon="pencil" label={words.edit(team.name)} onClick={onEdit} />
      </div>
      <p class="muted">
        {words.rules[team.choose]} · {team.hours ? words.open(team.hours.timeZone) : words.always}
      </p>
    </section>
  );
}
