import type { RoutingFacts, RoutingRecord, Team } from '@baton/shared-types';
import { contentHash } from '../../kernel/digest.js';
import type { Route } from './choose-route.js';
import type { NextRung } from './climb-ladder.js';
import type { HandoffWords } from './words/desk.js';

type RoutingWords = HandoffWords['routing'];

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
export function recordRouting(choice: Choice, say: RoutingWords): RoutingRecord {
  const { playbook, facts, route, next, directedTo, now } = choice;
  const rule = directedTo ? { id: 'directed', because: say.directed(directedTo) } : route.rule;
  const record: Omit<RoutingRecord, 'hash'> = {
    playbook,
    facts,
    rule,
    ...(directedTo ? { directedTo } : {}),
    destination: route.destination,
    rung: next.rung,
    chose: next.chose,
    candidates: next.candidates,
    offeredTo: next.offeredTo,
    explanation: explain(choice, rule, say),
    at: now.toISOString(),
  };
  return { ...record, hash: contentHash(record) };
}

function explain(
  { route, next, teams }: Choice,
  rule: RoutingRecord['rule'],
  say: RoutingWords,
): readonly string[] {
  const { team, priority } = route.destination;
  const target = teams.find(({ key }) => key === team)?.name ?? team;
  const names = next.candidates
    .filter(({ agentId }) => next.offeredTo.includes(agentId))
    .map((each) => each.name);
  return [
    rule.id === 'directed'
      ? rule.because
      : say.routed({ team: target, priority, rule: rule.id, because: rule.because }),
    names.length > 0 ? say.offered(names.join(', '), next.chose) : say.nobody,
    ...next.candidates
      .filter(({ because }) => because.length > 0)
      .map(({ name, because }) => say.not(name, because)),
  ];
}
