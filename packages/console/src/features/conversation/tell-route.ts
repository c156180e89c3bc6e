import type { RoutingRecord } from '@baton/shared-types';
import { texts } from '../../i18n/texts.js';

/**
 * A choice of the router in the language of the console, told from what the record holds; the reasons of its rules are
 * the playbook's own words.
 */
export function tellRoute(record: RoutingRecord): readonly string[] {
  const words = texts().dryRun;
  const { candidates, offeredTo, chose } = record;
  const names = candidates.filter(({ agentId }) => offeredTo.includes(agentId)).map(({ name }) => name);
  return [
    whereTo(record),
    names.length > 0 ? words.offered(names.join(', '), chose && words.chosen[chose]) : words.nobodyAsked,
    ...candidates
      .filter(({ because }) => because.length > 0)
      .map(({ name, because }) => words.not(name, because.map((each) => words.ineligible[each]).join(', '))),
  ];
}

function whereTo({ rule, destination, directedTo }: RoutingRecord): string {
  const words = texts().dryRun;
  if (directedTo !== undefined) return words.directed(directedTo);
  // Of a build that did not keep the name: its own sentence, in the language of its day.
  if (rule.id === 'directed') return rule.because;
  return `${words.routed(destination.team, words.priorities[destination.priority], rule.id)} ${rule.because}`;
}

/** Whether a stored record is the router's: what is asked about has a record of its own kind. */
export function isRoutingRecord(record: unknown): record is RoutingRecord {
  return typeof record === 'object' && record !== null && 'candidates' in record && 'offeredTo' in record;
}
