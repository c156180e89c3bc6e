import type { KeyValueStore } from '@baton/client';
import type { AgentId, ConversationId, InboxRow } from '@baton/shared-types';
import { type ReadonlySignal, signal } from '@preact/signals';

/** Marks of this many conversations are kept; older ones count as read. */
const MOST = 400;

export interface UnreadModel {
  /** The visitor has written to me since I last looked. */
  isUnread(row: InboxRow): boolean;
  /** I look at it now. */
  saw(row: InboxRow): void;
  /** Rises whenever a mark changes, so that views follow. */
  readonly turn: ReadonlySignal<number>;
}

/** Which of my conversations hold something I have not seen. Remembered in this browser, for each agent apart. */
export function createUnreadModel(store: KeyValueStore, me: AgentId): UnreadModel {
  const key = `seen.${me}`;
  const seen = new Map<string, number>(read());
  const turn = signal(0);

  function read(): [string, number][] {
    try {
      const held: unknown = JSON.parse(store.get(key) ?? '[]');
      return Array.isArray(held) ? held.filter(isMark) : [];
    } catch {
      return [];
    }
  }

  return {
    turn,
    isUnread(row) {
      if (row.owner.kind !== 'agent' || row.owner.id !== me || row.status === 'closed') return false;
      return row.lastFrom === 'visitor' && row.head > (seen.get(row.conversationId) ?? 0);
    },
    saw(row) {
      const id: ConversationId = row.conversationId;
      if ((seen.get(id) ?? 0) >= row.head) return;
      seen.delete(id);
      seen.set(id, row.head);
      for (const oldest of seen.keys()) {
        if (seen.size <= MOST) break;
        seen.delete(oldest);
      }
      turn.value += 1;
      try {
        store.set(key, JSON.stringify([...seen]));
      } catch {
        // Only the marks of the last visit are lost.
      }
    },
  };
}

function isMark(value: unknown): value is [string, number] {
  return Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'number';
}
