import type { AgentClient } from '@baton/client';
import type { AgentId, ConversationId, InboxRow, WireError } from '@baton/shared-types';
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ConsoleApi } from '../../api/console-api.js';
import { type InboxEntry, inboxEntries } from './inbox-entries.js';
import { type InboxFilter, NO_FILTER, passesFilter } from './inbox-filter.js';
import { createInboxPages } from './inbox-pages.js';
import { type InboxSection, inboxSections } from './inbox-sections.js';
import type { UnreadModel } from './unread-model.js';

/** The server's first list holds this many of the latest; with fewer there is nothing more to read. */
const FIRST_LIST = 200;

export interface InboxModel {
  readonly me: AgentId;
  readonly sections: ReadonlySignal<readonly InboxSection[]>;
  /** The lines in the order on screen. */
  readonly entries: ReadonlySignal<readonly InboxEntry[]>;
  readonly offers: ReadonlySignal<readonly InboxRow[]>;
  /** My conversations in which the visitor has written since I last looked. */
  readonly unread: ReadonlySignal<readonly InboxRow[]>;
  readonly openCount: ReadonlySignal<number>;
  /** The names of all sites that occur. */
  readonly sites: ReadonlySignal<readonly string[]>;
  readonly filter: Signal<InboxFilter>;
  /** The first snapshot has arrived. */
  readonly loaded: ReadonlySignal<boolean>;
  readonly selected: ReadonlySignal<ConversationId | null>;
  readonly closed: ReadonlySignal<{
    readonly open: boolean;
    readonly busy: boolean;
    readonly error: WireError | null;
  }>;
  /** The line to bring into sight. */
  readonly revealed: ReadonlySignal<{ readonly key: string; readonly turn: number } | null>;
  select(id: ConversationId | null): void;
  reveal(id: ConversationId): void;
  rowOf(id: ConversationId): InboxRow | undefined;
  isUnread(row: InboxRow): boolean;
  /** The row `step` places further in the order on screen; stays within the list. */
  neighbour(step: 1 | -1): ConversationId | null;
  /** What to accept by the key: the selected offer, else the most urgent one. */
  offerToAccept(): InboxRow | null;
  toggleClosed(): Promise<void>;
  /** The end of the list is near: reads on. */
  more(): void;
}

export function createInboxModel(deps: {
  client: AgentClient;
  api: ConsoleApi;
  me: AgentId;
  unread: UnreadModel;
}): InboxModel {
  const { client, api, me, unread } = deps;
  const selected = signal<ConversationId | null>(null);
  const revealed = signal<{ key: string; turn: number } | null>(null);
  const filter = signal<InboxFilter>(NO_FILTER);
  const openPages = createInboxPages(api, 'open');
  const closedPages = createInboxPages(api, 'closed');
  const closedOpen = signal(false);

  const rows = computed(() =>
    newestOf(newestOf(closedPages.rows.value, openPages.rows.value), client.inbox.value),
  );
  const isUnread = (row: InboxRow) => {
    unread.turn.value;
    return unread.isUnread(row);
  };
  const sections = computed(() => {
    const wanted = filter.value;
    const all = [...rows.value.values()];
    const reader = { me, isUnread };
    return inboxSections(
      wanted === NO_FILTER ? all : all.filter((row) => passesFilter(row, wanted, reader)),
      me,
    );
  });
  const entries = computed(() => inboxEntries(sections.value, closedOpen.value));
  // Alerts and the key that accepts must not depend on what the list is narrowed to.
  const offers = computed(() => {
    const every = filter.value === NO_FILTER ? sections.value : inboxSections(rows.value.values(), me);
    return every.find(({ key }) => key === 'offers')?.rows ?? [];
  });

  return {
    me,
    sections,
    entries,
    offers,
    unread: computed(() => [...rows.value.values()].filter(isUnread)),
    openCount: computed(() => {
      let open = 0;
      for (const row of rows.value.values()) if (row.status === 'open') open += 1;
      return open;
    }),
    sites: computed(() => [...new Set([...rows.value.values()].map((row) => row.siteName))].sort()),
    filter,
    loaded: computed(() => client.agent.value !== null),
    selected,
    revealed,
    closed: computed(() => ({
      open: closedOpen.value,
      busy: closedPages.busy.value,
      error: closedPages.error.value,
    })),
    select(id) {
      selected.value = id;
    },
    reveal(id) {
      revealed.value = { key: id, turn: (revealed.peek()?.turn ?? 0) + 1 };
    },
    rowOf: (id) => rows.value.get(id),
    isUnread,
    neighbour(step) {
      const ids = entries.peek().flatMap((entry) => (entry.kind === 'row' ? entry.row.conversationId : []));
      const here = selected.peek();
      const place = here === null ? -1 : ids.indexOf(here);
      if (place < 0) return (step === 1 ? ids[0] : ids.at(-1)) ?? null;
      return ids[Math.min(ids.length - 1, Math.max(0, place + step))] ?? null;
    },
    offerToAccept() {
      const list = offers.peek();
      return list.find((row) => row.conversationId === selected.peek()) ?? list[0] ?? null;
    },
    async toggleClosed() {
      closedOpen.value = !closedOpen.peek();
      if (closedOpen.peek()) await closedPages.more();
    },
    more() {
      if (client.inbox.peek().size >= FIRST_LIST) void openPages.more();
      if (closedOpen.peek()) void closedPages.more();
    },
  };
}

/** A row with a lower head than one already held is stale. */
function newestOf(
  held: ReadonlyMap<ConversationId, InboxRow>,
  live: ReadonlyMap<ConversationId, InboxRow>,
): ReadonlyMap<ConversationId, InboxRow> {
  if (held.size === 0) return live;
  const rows = new Map(held);
  for (const [id, row] of live) {
    const known = rows.get(id);
    if (!known || known.head <= row.head) rows.set(id, row);
  }
  return rows;
}
