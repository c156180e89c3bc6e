import type { ConversationId, LogEvent } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { ConversationBus } from '../conversations/index.js';
import { BoundedCache } from '../kernel/bounded-cache.js';
import type { StoredInboxRow } from './core/inbox-row.js';

/** Rows that are kept; one takes about 2 KB. */
const MOST_KEPT = 5_000;

/**
 * Inbox rows as this node has last committed them, so that the next event of a conversation does not read its row
 * again. A row is a projection of the log up to its head: at the head that the lock has shown it is the stored one,
 * at any other it is of no use.
 */
@Injectable()
export class RecentInboxRows {
  private readonly rows = new BoundedCache<StoredInboxRow>(MOST_KEPT);
  /** By the last event in it: what a transaction would write that has not been committed and perhaps never is. */
  private readonly proposed = new WeakMap<LogEvent, StoredInboxRow>();

  constructor(@Inject(ConversationBus) bus: ConversationBus) {
    bus.subscribe(({ events }) => {
      const last = events.at(-1);
      const row = last && this.proposed.get(last);
      if (row) this.rows.keep(row.conversationId, row);
    });
  }

  /** The row at exactly this head, if it is known here. */
  at(conversationId: ConversationId, head: number): StoredInboxRow | null {
    const row = this.rows.find(conversationId);
    return row?.head === head ? row : null;
  }

  /** A row that counts as soon as `last` is committed. */
  propose(row: StoredInboxRow, last: LogEvent): void {
    this.proposed.set(last, row);
  }
}
