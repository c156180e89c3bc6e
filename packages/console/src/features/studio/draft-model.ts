import type { ClientEnvironment } from '@baton/client';
import type { PlaybookDraft, PlaybookProblemAt, WireError } from '@baton/shared-types';
import { type ReadonlySignal, signal } from '@preact/signals';
import { wireErrorOf } from '../../api/describe-error.js';
import type { StudioApi } from '../../api/studio-api.js';
import { createResource, type Resource } from '../settings/loaded.js';

/** A pause in typing after which the draft is saved and checked. */
const SETTLE_MS = 700;
const RETRY_MS = 5_000;

export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'typing' }
  | { readonly kind: 'saving' }
  /** Tried again by itself until it works. */
  | { readonly kind: 'failed'; readonly error: WireError }
  /** Somebody else has saved meanwhile; nothing is saved until it is decided whose text counts. */
  | { readonly kind: 'conflict' };

export interface DraftModel {
  readonly draft: Resource<PlaybookDraft>;
  readonly yaml: ReadonlySignal<string>;
  /** Rises whenever the text has come from elsewhere than from `edit`. */
  readonly loads: ReadonlySignal<number>;
  /** Of the last text that was saved, each at its place. */
  readonly problems: ReadonlySignal<readonly PlaybookProblemAt[]>;
  readonly saving: ReadonlySignal<SaveState>;
  edit(yaml: string): void;
  /** Saves at once what is not saved yet. */
  flush(): Promise<void>;
  /** Reads what is stored and forgets what is not saved. */
  reload(): Promise<void>;
  /** Saves this text over that of the other person. */
  keepMine(): Promise<void>;
  discard(): Promise<void>;
  dispose(): void;
}

/** The text that is worked on: kept on the server as it is typed, checked with every save. */
export function createDraftModel(
  api: StudioApi,
  environment: Pick<ClientEnvironment, 'setTimer'>,
): DraftModel {
  const yaml = signal('');
  const problems = signal<readonly PlaybookProblemAt[]>([]);
  const saving = signal<SaveState>({ kind: 'saved' });
  const loads = signal(0);
  let revision = 0;
  let disposed = false;
  let running: Promise<void> | null = null;
  let cancelTimer = () => {};

  const draft = createResource(async () => {
    const read = await api.getDraft();
    take(read);
    yaml.value = read.yaml;
    loads.value += 1;
    saving.value = { kind: 'saved' };
    return read;
  });

  function take(read: PlaybookDraft) {
    revision = read.revision;
    problems.value = read.problems;
  }

  function later(delayMs: number) {
    cancelTimer();
    if (!disposed) cancelTimer = environment.setTimer(() => void save(), delayMs);
  }

  async function saveOnce() {
    const text = yaml.peek();
    saving.value = { kind: 'saving' };
    try {
      take(await api.saveDraft(text, revision));
      if (yaml.peek() === text) saving.value = { kind: 'saved' };
      else {
        saving.value = { kind: 'typing' };
        later(SETTLE_MS);
      }
    } catch (thrown) {
      const error = wireErrorOf(thrown);
      if (error.code === 'draft_changed') saving.value = { kind: 'conflict' };
      else {
        saving.value = { kind: 'failed', error };
        // What the server refuses for good is not sent again until it is changed.
        if (error.code === 'unavailable' || error.code === 'too_many_requests') later(RETRY_MS);
      }
    }
  }

  async function save(): Promise<void> {
    cancelTimer();
    running ??= saveOnce().finally(() => {
      running = null;
    });
    await running;
  }

  return {
    draft,
    yaml,
    loads,
    problems,
    saving,
    edit(text) {
      if (text === yaml.peek()) return;
      yaml.value = text;
      if (saving.peek().kind === 'conflict') return;
      if (saving.peek().kind !== 'saving') saving.value = { kind: 'typing' };
      later(SETTLE_MS);
    },
    async flush() {
      if (running) await running;
      const { kind } = saving.peek();
      if (kind === 'typing' || kind === 'failed') await save();
    },
    async reload() {
      cancelTimer();
      if (running) await running;
      await draft.load();
    },
    async keepMine() {
      try {
        ({ revision } = await api.getDraft());
      } catch (thrown) {
        saving.value = { kind: 'failed', error: wireErrorOf(thrown) };
        return;
      }
      await save();
    },
    async discard() {
      cancelTimer();
      if (running) await running;
      try {
        await api.discardDraft();
        await draft.load();
      } catch (thrown) {
        saving.value = { kind: 'failed', error: wireErrorOf(thrown) };
      }
    },
    dispose() {
      cancelTimer();
      const { kind } = saving.peek();
      // Who leaves the page in the middle of a word keeps it all the same.
      if (kind === 'typing' || kind === 'failed') void save();
      disposed = true;
    },
  };
}
