import type { Snippet, SnippetContent, SnippetId, WireError } from '@baton/shared-types';
import type { ReadonlySignal } from '@preact/signals';
import type { ConsoleApi } from '../../api/console-api.js';
import { createAttempts } from '../settings/create-attempts.js';
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
  const { busy, failure, attempt } = createAttempts();
  let asked = false;

  const change = (act: () => Promise<unknown>) =>
    attempt(async () => {
      await act();
      await all.load();
    });

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
      change(() => (id === null ? api.addSnippet(content) : api.changeSnippet(id, content))),
    remove: (id) => change(() => api.removeSnippet(id)),
    dismiss() {
      failure.value = null;
    },
  };
}
