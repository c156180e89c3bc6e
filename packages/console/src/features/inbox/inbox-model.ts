import type { AgentClient } from '@baton/client';
import type { AgentId, ConversationId, InboxRow, WireError } from '@baton/shared-types';
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { ConsoleApi } from '../../api/console-api.js';
import { wireErrorOf } from '../../api/describe-error.js';
import { type InboxSection, inboxSections } from './inbox-sections.js';

const CLOSED_ROWS = 100;

export interface InboxModel {
  readonly me: AgentId;
  readonly sections: ReadonlySignal<readonly InboxSection[]>;
  readonly offers: ReadonlySignal<readonly InboxRow[]>;
  readonly openCount: ReadonlySignal<number>;
  /** The first snapshot has arrived. */
  readonly loaded: ReadonlySignal<boolean>;
  readonly selected: ReadonlySignal<ConversationId | null>;
  readonly closed: ReadonlySignal<{
    readonly open: boolean;
    readonly busy: boolean;
    readonly error: WireError | null;
  }>;
  select(id: ConversationId | null): void;
  rowOf(id: ConversationId): InboxRow | undefined;
  /** The row `step` places further in the order on screen; stays within the list. */
  neighbour(step: 1 | -1): ConversationId | null;
  /** What to accept by the key: the selected offer, else the most urgent one. */
  offerToAccept(): InboxRow | null;
  toggleClosed(): Promise<void>;
}

export function createInboxModel(deps: { client: AgentClient; api: ConsoleApi; me: AgentId }): InboxModel {
  const { client, api, me } = deps;
  const selected = signal<ConversationId | null>(null);
  const fetched = signal<ReadonlyMap<ConversationId, InboxRow>>(new Map());
  const closed = signal<{ open: boolean; busy: boolean; error: WireError | null }>({
    open: false,
    busy: false,
    error: null,
  });
  const rows = computed(() => newestOf(fetched.value, client.inbox.value));
  const sections = computed(() => inboxSections(rows.value.values(), me));
  const offers = computed(() => sections.value.find(({ key }) => key === 'offers')?.rows ?? []);
  const order = computed(() =>
    sections.value
      .filter(({ key }) => key !== 'closed' || closed.value.open)
      .flatMap((section) => section.rows.map((row) => row.conversationId)),
  );

  return {
    me,
    sections,
    offers,
    openCount: computed(() => [...rows.value.values()].filter((row) => row.status === 'open').length),
    loaded: computed(() => client.agent.value !== null),
    selected,
    closed,
    select(id) {
      selected.value = id;
    },
    rowOf: (id) => rows.value.get(id),
    neighbour(step) {
      const ids = order.peek();
      const here = place(ids, selected.peek());
      if (here < 0) return (step === 1 ? ids[0] : ids.at(-1)) ?? null;
      return ids[Math.min(ids.length - 1, Math.max(0, here + step))] ?? null;
    },
    offerToAccept() {
      const list = offers.peek();
      return list.find((row) => row.conversationId === selected.peek()) ?? list[0] ?? null;
    },
    async toggleClosed() {
      const open = !closed.value.open;
      closed.value = { open, busy: open, error: null };
      if (!open) return;
      try {
        const list = await api.listConversations({ status: 'closed', limit: CLOSED_ROWS });
        fetched.value = new Map(list.map((row) => [row.conversationId, row]));
        closed.value = { ...closed.value, busy: false };
      } catch (thrown) {
        closed.value = { ...closed.value, busy: false, error: wireErrorOf(thrown) };
      }
    },
  };
}

function place(ids: readonly ConversationId[], id: ConversationId | null): number {
  return id === null ? -1 : ids.indexOf(id);
}

/** A row with a lower head than one already held is stale. */
function newestOf(
  fetched: ReadonlyMap<ConversationId, InboxRow>,
  live: ReadonlyMap<ConversationId, InboxRow>,
): ReadonlyMap<ConversationId, InboxRow> {
  if (fetched.size === 0) return live;
  const rows = new Map(fetched);
  for (const [id, row] of live) {
    const held = rows.get(id);
    if (!held || held.head <= row.head) rows.set(id, row);
  }
  return rows;
}
