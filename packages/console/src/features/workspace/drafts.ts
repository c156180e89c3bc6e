import type { KeyValueStore } from '@baton/client';
import type { AgentId, ConversationId } from '@baton/shared-types';
import { effect, type Signal, signal } from '@preact/signals';

/** Drafts of this many conversations outlive a reload; the ones touched last. */
const MOST = 50;

export interface Drafts {
  of(id: ConversationId): Signal<string>;
  /** Removes them from this browser. */
  forget(): void;
}

/** What was typed and not sent, for each conversation; kept in this browser for this agent until sign-out. */
export function createDrafts(store: KeyValueStore, me: AgentId): Drafts {
  const key = `drafts.${me}`;
  const texts = new Map<string, string>(read());
  const drafts = new Map<ConversationId, Signal<string>>();
  let forgotten = false;

  function read(): [string, string][] {
    try {
      const held: unknown = JSON.parse(store.get(key) ?? '[]');
      return Array.isArray(held) ? held.filter(isDraft) : [];
    } catch {
      return [];
    }
  }

  function keep(id: ConversationId, text: string): void {
    if (forgotten || (texts.get(id) ?? '') === text) return;
    texts.delete(id);
    if (text !== '') texts.set(id, text);
    for (const oldest of texts.keys()) {
      if (texts.size <= MOST) break;
      texts.delete(oldest);
    }
    try {
      store.set(key, JSON.stringify([...texts]));
    } catch {
      // The draft lives as long as the page.
    }
  }

  return {
    of(id) {
      const known = drafts.get(id);
      if (known) return known;
      const draft = signal(texts.get(id) ?? '');
      drafts.set(id, draft);
      effect(() => keep(id, draft.value));
      return draft;
    },
    forget() {
      forgotten = true;
      try {
        store.remove(key);
      } catch {
        // Where nothing can be removed nothing was kept.
      }
    },
  };
}

function isDraft(value: unknown): value is [string, string] {
  return Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'string';
}
