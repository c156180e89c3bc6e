import type { Candidate, Ineligible, RoutingFacts, RoutingRecord, Team } from '@baton/shared-types';
import { contentHash } from '../../kernel/digest.js';
import type { Route } from './choose-route.js';
import type { NextRung } from './climb-ladder.js';

export interface Choice {
  readonly playbook: RoutingRecord['playbook'];
  readonly facts: RoutingFacts;
  readonly route: Route;
  readonly next: NextRung;
  /** Who sent it there by hand, if anybody did. */
  readonly directedTo: string | null;
  readonly teams: readonly Team[];
  readonly now: Date;
}

/** The router's choice as a record that explains itself. */
export function recordRouting(choice: Choice): RoutingRecord {
  const { playbook, facts, route, next, directedTo, now } = choice;
  const rule = directedTo ? { id: 'directed', because: `A person sent it to ${directedTo}.` } : route.rule;
  const record: Omit<RoutingRecord, 'hash'> = {
    playbook,
    facts,
    rule,
    destination: route.destination,
    rung: next.rung,
    chose: next.chose,
    candidates: next.candidates,
    offeredTo: next.offeredTo,
    explanation: explain(choice, rule),
    at: now.toISOString(),
  };
  return { ...record, hash: contentHash(record) };
}

function explain({ route, next, teams }: Choice, rule: RoutingRecord['rule']): readonly string[] {
  const { team, priority } = route.destination;
  const target = teams.find(({ key }) => key === team)?.name ?? team ?? 'everybody';
  const names = next.candidates
    .filter(({ agentId }) => next.offeredTo.includes(agentId))
    .map((each) => each.name);
  return [
    rule.id === 'directed'
      ? rule.because
      : `Routed to ${target} with ${priority} priority by “${rule.id}”: ${rule.because}`,
    names.length > 0
      ? `Offered to ${names.join(', ')}${next.chose ? ` (${CHOICE[next.chose]})` : ''}.`
      : 'Nobody could be asked; contact details are taken.',
    ...next.candidates.filter(({ because }) => because.length > 0).map(whyNot),
  ];
}

const CHOICE = {
  least_busy: 'the least busy',
  longest_idle: 'idle for the longest time',
  sticky: 'spoke to this visitor last, or else the least busy',
} as const;

const WHY_NOT: Readonly<Record<Ineligible, string>> = {
  not_in_team: 'not in the team',
  lacks_skill: 'lacks a skill',
  lacks_language: 'does not speak the language',
  other_region: 'works for another region',
  away: 'away',
  offline: 'offline',
  outside_hours: 'outside working hours',
  at_capacity: 'has as many chats as they take',
  already_asked: 'was asked before',
  declined: 'said no',
};

function whyNot({ name, because }: Candidate): string {
  return `Not ${name}: ${because.map((reason) => WHY_NOT[reason]).join(', ')}.`;
}
