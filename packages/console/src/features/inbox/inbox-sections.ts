import type { AgentId, InboxRow } from '@baton/shared-types';

/** The sections of the inbox in the order in which an agent should look at them. */
export const SECTION_KEYS = ['offers', 'mine', 'waiting', 'colleagues', 'assistant', 'closed'] as const;
export type SectionKey = (typeof SECTION_KEYS)[number];

export interface InboxSection {
  readonly key: SectionKey;
  readonly rows: readonly InboxRow[];
}

/** Puts every row into exactly one section, most urgent first; empty sections are left out. */
export function inboxSections(rows: Iterable<InboxRow>, me: AgentId | null): readonly InboxSection[] {
  const bySection = new Map<SectionKey, InboxRow[]>();
  for (const row of rows) {
    const key = sectionOf(row, me);
    const held = bySection.get(key);
    if (held) held.push(row);
    else bySection.set(key, [row]);
  }
  return SECTION_KEYS.flatMap((key) => {
    const held = bySection.get(key);
    return held ? [{ key, rows: held.sort(ORDER[key]) }] : [];
  });
}

export function sectionOf(row: InboxRow, me: AgentId | null): SectionKey {
  if (row.status === 'closed') return 'closed';
  if (isOffered(row)) return 'offers';
  if (row.owner.kind === 'agent') return row.owner.id === me ? 'mine' : 'colleagues';
  return row.owner.kind === 'queue' ? 'waiting' : 'assistant';
}

/** Whether this agent may accept the row now. */
export function isOffered(row: InboxRow): boolean {
  return row.status === 'open' && row.handoff?.state === 'offered' && row.handoff.offeredToMe;
}

type Compare = (a: InboxRow, b: InboxRow) => number;

const newestFirst: Compare = (a, b) => compare(b.lastAt, a.lastAt) || byId(a, b);
const byDeadline: Compare = (a, b) =>
  compare(a.handoff?.deadlineAt ?? '~', b.handoff?.deadlineAt ?? '~') || longestWaiting(a, b);
const longestWaiting: Compare = (a, b) =>
  compare(a.handoff?.requestedAt ?? a.lastAt, b.handoff?.requestedAt ?? b.lastAt) || byId(a, b);

/** Visitors who wait for my answer come first, the one who waits longest on top. */
const unansweredFirst: Compare = (a, b) => {
  const aWaits = a.lastFrom === 'visitor';
  const bWaits = b.lastFrom === 'visitor';
  if (aWaits !== bWaits) return aWaits ? -1 : 1;
  return aWaits ? compare(a.lastAt, b.lastAt) || byId(a, b) : newestFirst(a, b);
};

const ORDER: Readonly<Record<SectionKey, Compare>> = {
  offers: byDeadline,
  mine: unansweredFirst,
  waiting: longestWaiting,
  colleagues: newestFirst,
  assistant: newestFirst,
  closed: newestFirst,
};

// ISO 8601 UTC instants of one form order like their text; ids break ties so that rows never swap by chance.
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function byId(a: InboxRow, b: InboxRow): number {
  return compare(a.conversationId, b.conversationId);
}
