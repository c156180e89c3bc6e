import type { InboxRow } from '@baton/shared-types';
import type { InboxSection, SectionKey } from './inbox-sections.js';

/** One line of the inbox as it is drawn. */
export type InboxEntry =
  | {
      readonly kind: 'head';
      readonly key: string;
      readonly section: SectionKey;
      readonly count: number | null;
    }
  | { readonly kind: 'row'; readonly key: string; readonly section: SectionKey; readonly row: InboxRow };

/** Sections one after the other; the rows of closed conversations only when they are unfolded. */
export function inboxEntries(sections: readonly InboxSection[], closedOpen: boolean): readonly InboxEntry[] {
  const entries: InboxEntry[] = [];
  for (const { key, rows } of sections) {
    if (key === 'closed') continue;
    entries.push({ kind: 'head', key: `head-${key}`, section: key, count: rows.length });
    for (const row of rows) entries.push({ kind: 'row', key: row.conversationId, section: key, row });
  }
  entries.push({ kind: 'head', key: 'head-closed', section: 'closed', count: null });
  if (!closedOpen) return entries;
  for (const row of sections.find(({ key }) => key === 'closed')?.rows ?? [])
    entries.push({ kind: 'row', key: row.conversationId, section: 'closed', row });
  return entries;
}
