import type { Report, ReportGrouping } from '@baton/shared-types';
import { type CountedConversation, measureGroup } from './measure-group.js';

/** The numbers of a report: all together, split, and day by day. */
export function writeReport(input: {
  readonly counted: readonly CountedConversation[];
  readonly days: readonly string[];
  readonly by: ReportGrouping;
}): Pick<Report, 'total' | 'groups' | 'days'> {
  const { counted, days, by } = input;
  const groups = groupBy(counted, (each) => keyOf(each, by));
  const byDay = groupBy(counted, ({ day }) => day);
  return {
    total: measureGroup({ key: 'total', label: '' }, counted),
    groups: [...groups]
      .map(([key, members]) => measureGroup({ key, label: key }, members))
      .sort((a, b) => b.conversations - a.conversations || (a.key < b.key ? -1 : 1)),
    days: days.map((day) => measureGroup({ key: day, label: day }, byDay.get(day) ?? [])),
  };
}

/** Empty where a conversation has none: never routed to a team, never decided. */
function keyOf({ siteName, facts }: CountedConversation, by: ReportGrouping): string {
  switch (by) {
    case 'site':
      return siteName;
    case 'team':
      return facts.team ?? '';
    case 'playbook':
      return facts.playbookVersion === null ? '' : String(facts.playbookVersion);
  }
}

function groupBy<T>(items: readonly T[], keyOfItem: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOfItem(item);
    const held = groups.get(key);
    if (held) held.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
