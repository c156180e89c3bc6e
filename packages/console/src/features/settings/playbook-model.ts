import type { WireError } from '@baton/shared-types';
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { ConsoleApi, PlaybookShelf } from '../../api/console-api.js';
import { wireErrorOf } from '../../api/describe-error.js';
import { createResource, type Resource } from './loaded.js';
import { type PlaybookError, parsePlaybookErrors } from './parse-playbook-errors.js';

export interface PlaybookModel {
  readonly shelf: Resource<PlaybookShelf>;
  readonly yaml: ReadonlySignal<string>;
  readonly changed: ReadonlySignal<boolean>;
  readonly busy: ReadonlySignal<boolean>;
  /** From the last attempt to publish; each at its line. */
  readonly errors: ReadonlySignal<readonly PlaybookError[]>;
  readonly failure: ReadonlySignal<WireError | null>;
  /** The version that has just gone live. */
  readonly published: ReadonlySignal<number | null>;
  edit(yaml: string): void;
  revert(): void;
  publish(): Promise<void>;
}

export function createPlaybookModel(api: ConsoleApi): PlaybookModel {
  const shelf = createResource(() => api.getPlaybooks());
  const live = computed(() =>
    shelf.state.value.kind === 'ready' ? shelf.state.value.value.current.yaml : '',
  );
  const edited = signal<string | null>(null);
  const yaml = computed(() => edited.value ?? live.value);
  const busy = signal(false);
  const errors = signal<readonly PlaybookError[]>([]);
  const failure = signal<WireError | null>(null);
  const published = signal<number | null>(null);

  function forget() {
    errors.value = [];
    failure.value = null;
    published.value = null;
  }

  return {
    shelf,
    yaml,
    changed: computed(() => yaml.value !== live.value),
    busy,
    errors,
    failure,
    published,
    edit(text) {
      edited.value = text;
      published.value = null;
    },
    revert() {
      edited.value = null;
      forget();
    },
    async publish() {
      if (busy.value) return;
      busy.value = true;
      forget();
      try {
        await api.publishPlaybook(yaml.value);
        await shelf.load();
        edited.value = null;
        const { value } = shelf.state;
        published.value = value.kind === 'ready' ? value.value.current.version : null;
      } catch (thrown) {
        const wire = wireErrorOf(thrown);
        errors.value = parsePlaybookErrors(wire.details ?? []);
        failure.value = wire;
      } finally {
        busy.value = false;
      }
    },
  };
}
