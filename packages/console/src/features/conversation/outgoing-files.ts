import type { ConversationId, WireError } from '@baton/shared-types';
import { type ReadonlySignal, signal } from '@preact/signals';
import type { ConsoleApi } from '../../api/console-api.js';
import { wireErrorOf } from '../../api/describe-error.js';

/** A file on its way to the visitor; with an error it has not arrived. */
export interface OutgoingFile {
  /** Also the client id of its message: a retry is the same one. */
  readonly id: string;
  readonly name: string;
  readonly error: WireError | null;
}

export interface OutgoingFiles {
  readonly files: ReadonlySignal<readonly OutgoingFile[]>;
  send(chosen: readonly File[]): void;
  retry(id: string): void;
  /** Puts one away that failed. */
  discard(id: string): void;
}

/** Files that the agent sends, all at once; they go with the page: nobody at this desk sends them later by mistake. */
export function createOutgoingFiles(
  api: Pick<ConsoleApi, 'sendFile'>,
  conversationId: ConversationId,
  newId: () => string,
): OutgoingFiles {
  const files = signal<readonly OutgoingFile[]>([]);
  const contents = new Map<string, File>();

  function change(id: string, error: WireError | null): void {
    files.value = files.peek().map((file) => (file.id === id ? { ...file, error } : file));
  }

  function discard(id: string): void {
    contents.delete(id);
    files.value = files.peek().filter((file) => file.id !== id);
  }

  async function attempt(id: string): Promise<void> {
    const content = contents.get(id);
    if (!content) return;
    change(id, null);
    try {
      await api.sendFile(conversationId, id, content);
      discard(id);
    } catch (thrown) {
      change(id, wireErrorOf(thrown));
    }
  }

  return {
    files,
    send(chosen) {
      for (const content of chosen) {
        const id = newId();
        contents.set(id, content);
        files.value = [...files.peek(), { id, name: content.name, error: null }];
        void attempt(id);
      }
    },
    retry: (id) => void attempt(id),
    discard,
  };
}
