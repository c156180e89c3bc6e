import type { AgentId, InboxRow, Tier } from '@baton/shared-types';
import type { OwnerFilter } from '../../api/console-api.js';

/** What the inbox is narrowed to; null does not narrow. */
export interface InboxFilter {
  readonly owner: OwnerFilter | null;
  readonly tier: Tier | null;
  readonly site: string | null;
  readonly unread: boolean;
}

export const NO_FILTER: InboxFilter = { owner: null, tier: null, site: null, unread: false };

export function countFilters(filter: InboxFilter): number {
  return (
    [filter.owner, filter.tier, filter.site].filter((each) => each !== null).length + (filter.unread ? 1 : 0)
  );
}

export function passesFilter(
  row: InboxRow,
  filter: InboxFilter,
  reader: { readonly me: AgentId; readonly isUnread: (row: InboxRow) => boolean },
): boolean {
  if (filter.tier !== null && row.tier !== filter.tier) return false;
  if (filter.site !== null && row.siteName !== filter.site) return false;
  if (filter.unread && !reader.isUnread(row)) return false;
  switch (filter.owner) {
    case null:
      return true;
    case 'me':
      return row.owner.kind === 'agent' && row.owner.id === reader.me;
    default:
      return row.owner.kind === filter.owner;
  }
}
