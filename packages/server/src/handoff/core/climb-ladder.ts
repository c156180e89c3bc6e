import type {
  AgentId,
  Candidate,
  ChoiceRule,
  LadderStep,
  RouteTarget,
  RoutingDestination,
  Rung,
  Team,
} from '@baton/shared-types';
import { chooseAgent } from './choose-agent.js';
import { judgeCandidates } from './judge-candidates.js';
import type { Need, RosterAgent } from './roster.js';

/** Where a handoff stands on the ladder. */
export interface LadderPlace {
  readonly rung: Rung | null;
  /** Whoever has been offered it on this climb. */
  readonly asked: readonly AgentId[];
  /** Whoever said no, or was lost with it. */
  readonly declined: readonly AgentId[];
  /** Whoever the last offer went to. */
  readonly lastOffered: readonly AgentId[];
}

export interface Climb {
  readonly ladder: readonly LadderStep[];
  readonly place: LadderPlace;
  readonly destination: RoutingDestination;
  readonly directedTo: RouteTarget | null;
  readonly roster: readonly RosterAgent[];
  readonly teams: readonly Team[];
  readonly language: string;
  readonly country: string;
  /** Asked first when eligible: the account's owner, then whoever spoke to the visitor last. */
  readonly owner: AgentId | null;
  readonly lastAgent: AgentId | null;
  readonly now: Date;
}

export interface NextRung {
  readonly rung: Rung | 'capture';
  readonly seconds: number;
  readonly chose: ChoiceRule | null;
  readonly candidates: readonly Candidate[];
  readonly offeredTo: readonly AgentId[];
}

/** The next step of a handoff that nobody has taken: whom to offer it to, or that contact details must do. */
export function climbLadder(climb: Climb): NextRung {
  const { ladder, place } = climb;
  let judged: readonly Candidate[] = [];
  const from = place.rung === null ? 0 : ladder.findIndex(({ rung }) => rung === place.rung);
  for (const step of ladder.slice(Math.max(from, 0))) {
    const isRepeated = step.rung === place.rung;
    if (isRepeated && (step.rung !== 'agent' || place.asked.length >= (step.tries ?? 1))) continue;
    const next = tryStep(climb, step, step === ladder[0] && place.rung === null);
    judged = next.candidates;
    if (next.offeredTo.length > 0) return next;
  }
  return { rung: 'capture', seconds: 0, chose: null, candidates: judged, offeredTo: [] };
}

function tryStep(climb: Climb, step: LadderStep, isFirst: boolean): NextRung {
  const { roster, teams, now, destination, place } = climb;
  const need = needOn(climb, step.rung);
  const candidates = judgeCandidates(roster, teams, need, now);
  const eligible = roster.filter((_, index) => candidates[index]?.because.length === 0);
  const seconds = isFirst ? (destination.deadlineSeconds ?? step.seconds) : step.seconds;
  const base = { rung: step.rung, candidates, seconds };
  if (step.rung !== 'agent') {
    const ids = eligible.map(({ id }) => id);
    // The same people once more would only make the visitor wait, unless it was one at a time before.
    const isNews = place.rung === 'agent' || ids.some((id) => !place.lastOffered.includes(id));
    return { ...base, chose: null, offeredTo: isNews ? ids : [] };
  }
  const chose = teams.find(({ key }) => key === need.teams[0])?.choose ?? 'least_busy';
  const sticky = chose === 'sticky' ? climb.lastAgent : null;
  const one = chooseAgent(eligible, chose, [destination.ownerFirst ? climb.owner : null, sticky]);
  return { ...base, chose, offeredTo: one ? [one.id] : [] };
}

function needOn(climb: Climb, rung: Rung): Need {
  const { destination, directedTo, place, language, country } = climb;
  const teams = teamsOf(climb);
  const common = {
    language,
    country,
    supervisors: false,
    only: null,
    asked: [],
    declined: place.declined,
    teams,
    skills: directedTo ? [] : destination.skills,
  };
  switch (rung) {
    case 'agent': {
      const only = directedTo?.kind === 'agent' && place.asked.length === 0 ? directedTo.id : null;
      return { ...common, only, asked: place.asked };
    }
    case 'team':
      return common;
    // Who knows less is better than nobody.
    case 'wider':
      return { ...common, teams: destination.fallback, skills: [] };
    case 'supervisor':
      return { ...common, teams: [], skills: [], supervisors: true };
  }
}

/** The team that the lead is for: the rule's, or the one a person sent it to, or the teams of that person. */
function teamsOf({ directedTo, destination, roster }: Climb): readonly string[] {
  if (directedTo?.kind === 'team') return [directedTo.key];
  if (directedTo?.kind === 'agent') return roster.find(({ id }) => id === directedTo.id)?.teams ?? [];
  return destination.team === null ? [] : [destination.team];
}
