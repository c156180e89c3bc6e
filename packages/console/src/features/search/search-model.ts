import type { ClientEnvironment } from '@baton/client';
import type { SearchHit, WireError } from '@baton/shared-types';
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { ConsoleApi } from '../../api/console-api.js';
import { wireErrorOf } from '../../api/describe-error.js';
import type { InboxModel } from '../inbox/inbox-model.js';

/** A person types faster than this; only what stands still is looked for. */
const SETTLE_MS = 220;
export const LEAST_CHARACTERS = 2;

export interface SearchModel {
  readonly text: ReadonlySignal<string>;
  /** Results take the place of the inbox. */
  readonly active: ReadonlySignal<boolean>;
  readonly hits: ReadonlySignal<readonly SearchHit[] | null>;
  readonly next: ReadonlySignal<string | null>;
  /** Conversations that the server has not read into its index yet. */
  readonly behind: ReadonlySignal<number>;
  readonly busy: ReadonlySignal<boolean>;
  readonly error: ReadonlySignal<WireError | null>;
  type(text: string): void;
  more(): Promise<void>;
  dispose(): void;
}

/** Looks for words in all conversations, within what the inbox is narrowed to. */
export function createSearchModel(deps: {
  readonly api: ConsoleApi;
  readonly environment: ClientEnvironment;
  readonly filter: InboxModel['filter'];
}): SearchModel {
  const { api, environment, filter } = deps;
  const text = signal('');
  const active = signal(false);
  const hits = signal<readonly SearchHit[] | null>(null);
  const next = signal<string | null>(null);
  const behind = signal(0);
  const busy = signal(false);
  const error = signal<WireError | null>(null);
  let latest = 0;
  let cancel = () => {};

  async function ask(after: string | null) {
    latest += 1;
    const mine = latest;
    busy.value = true;
    const { owner, tier, site } = filter.peek();
    try {
      const page = await api.search({
        q: text.peek().trim(),
        owner: owner ?? undefined,
        tier: tier ?? undefined,
        site: site ?? undefined,
        after: after ?? undefined,
      });
      if (mine !== latest) return;
      hits.value = after ? [...(hits.peek() ?? []), ...page.hits] : page.hits;
      next.value = page.next;
      behind.value = page.unread;
      error.value = null;
    } catch (thrown) {
      if (mine !== latest) return;
      error.value = wireErrorOf(thrown);
    }
    busy.value = false;
  }

  const stop = effect(() => {
    filter.value;
    const wanted = text.value.trim();
    cancel();
    active.value = wanted !== '';
    if (wanted.length < LEAST_CHARACTERS) {
      latest += 1;
      hits.value = null;
      next.value = null;
      busy.value = false;
      error.value = null;
      return;
    }
    cancel = environment.setTimer(() => void ask(null), SETTLE_MS);
  });

  return {
    text,
    active,
    hits,
    next,
    behind,
    busy,
    error,
    type(value) {
      text.value = value;
    },
    async more() {
      if (next.peek() && !busy.peek()) await ask(next.peek());
    },
    dispose() {
      stop();
      cancel();
    },
  };
}
