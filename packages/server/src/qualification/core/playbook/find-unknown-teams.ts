import type { Playbook, RoutingDestination } from '@baton/shared-types';
import type { PlaybookProblem } from '../policy/compile-policy.js';

/** A lead that is sent to a team that nobody has made would find nobody: every such name, at its place. */
export function findUnknownTeams(
  { routing }: Playbook,
  teams: ReadonlySet<string>,
): readonly PlaybookProblem[] {
  if (!routing) return [];
  const known = teams.size === 0 ? 'there is none yet' : `there is ${[...teams].sort().join(', ')}`;
  const look = (destination: RoutingDestination, path: readonly (string | number)[]) => {
    const named = [
      ...(destination.team === null ? [] : [{ team: destination.team, at: [...path, 'team'] }]),
      ...destination.fallback.map((team, index) => ({ team, at: [...path, 'fallback', index] })),
    ];
    return named
      .filter(({ team }) => !teams.has(team))
      .map(({ team, at }) => ({ path: at, message: `there is no team "${team}"; ${known}` }));
  };
  return [
    ...routing.rules.flatMap((rule, index) => look(rule, ['routing', 'rules', index])),
    ...look(routing.default, ['routing', 'default']),
  ];
}
