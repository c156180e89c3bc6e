import type { Snippet, SnippetContent, SnippetId, WireError } from '@baton/shared-types';
import { type ReadonlySignal, signal } from '@preact/signals';
import type { ConsoleApi } from '../../api/console-api.js';
import { wireErrorOf } from '../../api/describe-error.js';
import { createResource, type Resource } from '../settings/loaded.js';

export interface SnippetsModel {
  readonly all: Resource<readonly Snippet[]>;
  readonly busy: ReadonlySignal<boolean>;
  /** Why the last change was refused. */
  readonly failure: ReadonlySignal<WireError | null>;
  /** What is known now; reads them in the background the first time. */
  known(): readonly Snippet[];
  /** Resolves to true when it was stored; without an id it is a new one. */
  save(id: SnippetId | null, content: SnippetContent): Promise<boolean>;
  remove(id: SnippetId): Promise<boolean>;
  dismiss(): void;
}

export function createSnippetsModel(api: ConsoleApi): SnippetsModel {
  const all = createResource(() => api.listSnippets());
  const busy = signal(false);
  const failure = signal<WireError | null>(null);
  let asked = false;

  async function attempt(change: () => Promise<unknown>): Promise<boolean> {
    busy.value = true;
    failure.value = null;
    try {
      await change();
      await all.load();
      return true;
    } catch (thrown) {
      failure.value = wireErrorOf(thrown);
      return false;
    } finally {
      busy.value = false;
    }
  }

  return {
    all,
    busy,
    failure,
    known() {
      if (!asked) {
        asked = true;
        void all.load();
      }
      const state = all.state.value;
      return state.kind === 'ready' ? state.value : [];
    },
    save: (id, content) =>
      attempt(() => (id === null ? api.addSnippet(content) : api.changeSnippet(id, content))),
    remove: (id) => attempt(() => api.removeSnippet(id)),
    dismiss() {
      failure.value = null;
    },
  };
}
