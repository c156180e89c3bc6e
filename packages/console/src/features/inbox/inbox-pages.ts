import type { ConversationId, InboxRow, WireError } from '@baton/shared-types';
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { ConsoleApi } from '../../api/console-api.js';
import { wireErrorOf } from '../../api/describe-error.js';

const PAGE = 500;

export interface InboxPages {
  /** What was read page by page, beside what the connection tells. */
  readonly rows: ReadonlySignal<ReadonlyMap<ConversationId, InboxRow>>;
  readonly busy: ReadonlySignal<boolean>;
  readonly error: ReadonlySignal<WireError | null>;
  /** Nothing is left to read. */
  readonly done: ReadonlySignal<boolean>;
  /** Reads the next page unless one is being read. */
  more(): Promise<void>;
}

/** Reads the conversations of one status page by page, latest first. */
export function createInboxPages(api: ConsoleApi, status: 'open' | 'closed'): InboxPages {
  const rows = signal<ReadonlyMap<ConversationId, InboxRow>>(new Map());
  const busy = signal(false);
  const error = signal<WireError | null>(null);
  const done = signal(false);
  let last: InboxRow | undefined;
  return {
    rows,
    busy,
    error,
    done,
    async more() {
      if (busy.peek() || done.peek()) return;
      batch(() => {
        busy.value = true;
        error.value = null;
      });
      try {
        const page = await api.listConversations({ status, limit: PAGE, after: last });
        last = page.at(-1) ?? last;
        const next = new Map(rows.peek());
        for (const row of page) next.set(row.conversationId, row);
        batch(() => {
          rows.value = next;
          done.value = page.length < PAGE;
        });
      } catch (thrown) {
        error.value = wireErrorOf(thrown);
      } finally {
        busy.value = false;
      }
    },
  };
}
