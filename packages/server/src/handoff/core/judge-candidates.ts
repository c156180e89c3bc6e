import type { Candidate, Ineligible, Team } from '@baton/shared-types';
import { isWithinHours } from './business-hours.js';
import type { Need, RosterAgent } from './roster.js';

/** Everybody, with the reasons why not; nobody is left out without one. */
export function judgeCandidates(
  roster: readonly RosterAgent[],
  teams: readonly Team[],
  need: Need,
  now: Date,
): readonly Candidate[] {
  return roster.map((agent) => ({
    agentId: agent.id,
    name: agent.name,
    because: reasonsAgainst(agent, teams, need, now),
    load: agent.load,
    capacity: agent.capacity,
  }));
}

function reasonsAgainst(
  agent: RosterAgent,
  teams: readonly Team[],
  need: Need,
  now: Date,
): readonly Ineligible[] {
  const asked = need.teams.filter((key) => agent.teams.includes(key));
  const inTeam =
    need.only !== null
      ? agent.id === need.only
      : need.supervisors
        ? agent.role !== 'agent'
        : need.teams.length === 0 || asked.length > 0;
  const hours = teams.filter(({ key }) => asked.includes(key)).map((team) => team.hours);
  const teamIsOpen = hours.length === 0 || hours.some((each) => isWithinHours(each, now));
  const checks: readonly (readonly [Ineligible, boolean])[] = [
    ['not_in_team', !inTeam],
    ['lacks_skill', !need.skills.every((skill) => agent.skills.includes(skill))],
    ['lacks_language', agent.languages.length > 0 && !agent.languages.includes(need.language)],
    [
      'other_region',
      agent.regions.length > 0 && need.country !== '' && !agent.regions.includes(need.country),
    ],
    ['away', agent.state === 'away'],
    ['offline', agent.state === 'offline'],
    ['outside_hours', !teamIsOpen || !isWithinHours(agent.hours, now)],
    ['at_capacity', agent.load >= agent.capacity],
    ['already_asked', need.asked.includes(agent.id)],
    ['declined', need.declined.includes(agent.id)],
  ];
  return checks.flatMap(([reason, holds]) => (holds ? [reason] : []));
}
