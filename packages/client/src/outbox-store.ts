import type { WireError } from '@baton/shared-types';
import type { PendingMessage } from './contract.js';
import type { GuardedStorage } from './guarded-storage.js';

/** A message as it waits in storage. */
export type StoredMessage = Pick<PendingMessage, 'clientId' | 'text' | 'kind'> & {
  /** Why the server refused it; null while it may still be sent. */
  readonly error: WireError | null;
};

export interface OutboxStore {
  /** Oldest first. */
  list(): readonly StoredMessage[];
  /** False: it could not be kept. */
  add(message: StoredMessage): boolean;
  replace(message: StoredMessage): void;
  remove(clientId: string): void;
}

/**
 * All tabs of a site share one list. Every change reads it afresh and writes it back in the same task, so a tab
 * never overwrites what another one has queued.
 */
export function createOutboxStore(storage: GuardedStorage, key: string): OutboxStore {
  function list(): readonly StoredMessage[] {
    try {
      const stored: unknown = JSON.parse(storage.read(key) ?? '[]');
      return Array.isArray(stored) ? stored.filter(isStoredMessage) : [];
    } catch {
      return [];
    }
  }
  function write(messages: readonly StoredMessage[]): boolean {
    return storage.write(key, messages.length > 0 ? JSON.stringify(messages) : null);
  }
  return {
    list,
    add: (message) => write([...list(), message]),
    replace({ clientId, text, kind, error }) {
      write(
        list().map((stored) => (stored.clientId === clientId ? { clientId, text, kind, error } : stored)),
      );
    },
    remove(clientId) {
      write(list().filter((stored) => stored.clientId !== clientId));
    },
  };
}

/** Other scripts of the page can write here too. */
function isStoredMessage(value: unknown): value is StoredMessage {
  if (typeof value !== 'object' || value === null) return false;
  if (!('clientId' in value && 'text' in value && 'kind' in value && 'error' in value)) return false;
  return (
    typeof value.clientId === 'string' && typeof value.text === 'string' && typeof value.kind === 'string'
  );
}
