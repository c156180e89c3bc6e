import type { RoutingFacts, RoutingRecord, Team, WireError } from '@baton/shared-types';
import { type ReadonlySignal, signal } from '@preact/signals';
import type { ConsoleApi } from '../../api/console-api.js';
import { createAttempts } from './create-attempts.js';
import { createResource, type Resource } from './loaded.js';

export interface TeamsModel {
  readonly teams: Resource<readonly Team[]>;
  readonly busy: ReadonlySignal<boolean>;
  readonly failure: ReadonlySignal<WireError | null>;
  /** Where the last dry run led. */
  readonly routed: ReadonlySignal<RoutingRecord | null>;
  save(team: Team): Promise<boolean>;
  dryRun(facts: Partial<RoutingFacts>): Promise<void>;
}

export function createTeamsModel(api: ConsoleApi): TeamsModel {
  const teams = createResource(() => api.listTeams());
  const { busy, failure, attempt } = createAttempts();
  const routed = signal<RoutingRecord | null>(null);

  return {
    teams,
    busy,
    failure,
    routed,
    save: (team) =>
      attempt(async () => {
        await api.saveTeam(team);
        await teams.load();
      }),
    async dryRun(facts) {
      await attempt(async () => {
        routed.value = await api.dryRunRouting(facts);
      });
    },
  };
}
