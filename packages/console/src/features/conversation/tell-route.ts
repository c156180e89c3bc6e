import type { RoutingRecord } from '@baton/shared-types';
import { texts } from '../../i18n/texts.js';

/** Where the record's own sentence, in whichever language the desk has, names whoever a person sent it to. */
const DIRECTED = [/^A person sent it to (.*)\.$/, /^Ein Mensch hat es an (.*) geleitet\.$/];

/**
 * A choice of the router in the language of the console, told from what the record holds; the reasons of its rules are
 * the playbook's own words.
 */
export function tellRoute(record: RoutingRecord): readonly string[] {
  const words = texts().dryRun;
  const { rule, destination, candidates, offeredTo, chose } = record;
  const names = candidates.filter(({ agentId }) => offeredTo.includes(agentId)).map(({ name }) => name);
  const [directedTo] =
    rule.id === 'directed' ? DIRECTED.flatMap((sentence) => sentence.exec(rule.because)?.[1] ?? []) : [];
  const priority = words.priorities[destination.priority];
  return [
    directedTo === undefined
      ? `${words.routed(destination.team, priority, rule.id)} ${rule.because}`
      : words.directed(directedTo),
    names.length > 0 ? words.offered(names.join(', '), chose && words.chosen[chose]) : words.nobodyAsked,
    ...candidates
      .filter(({ because }) => because.length > 0)
      .map(({ name, because }) => words.not(name, because.map((each) => words.ineligible[each]).join(', '))),
  ];
}

/** Whether a stored record is the router's: what is asked about has a record of its own kind. */
export function isRoutingRecord(record: unknown): record is RoutingRecord {
  return typeof record === 'object' && record !== null && 'candidates' in record && 'offeredTo' in record;
}
