import type { ClientEnvironment } from '@baton/client';
import type {
  BackTest,
  GoldenConversation,
  GoldenResult,
  PlaybookVocabulary,
  SimulatedTurn,
  WireError,
} from '@baton/shared-types';
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ConsoleApi, Person } from '../../api/console-api.js';
import { wireErrorOf } from '../../api/describe-error.js';
import type { PlaybookShelf, PlaybookVersion } from '../../api/studio-api.js';
import { createResource, type Resource } from '../settings/loaded.js';
import { createDraftModel, type DraftModel } from './draft-model.js';
import { createRun, type Run } from './run-model.js';

export const STUDIO_TABS = ['try', 'golden', 'past', 'changes', 'versions'] as const;
export type StudioTab = (typeof STUDIO_TABS)[number];

/** What has gone live last, by publishing or by going back. */
export interface WentLive {
  readonly version: number;
  readonly restoredFrom: number | null;
}

export interface StudioModel {
  readonly shelf: Resource<PlaybookShelf>;
  readonly people: Resource<readonly Person[]>;
  readonly vocabulary: Resource<PlaybookVocabulary>;
  readonly draft: DraftModel;
  readonly live: ReadonlySignal<string>;
  /** The draft is another text than the one that is live. */
  readonly changed: ReadonlySignal<boolean>;
  readonly tab: Signal<StudioTab>;
  /** Where the editor shall go next. */
  readonly goTo: Signal<{ readonly line: number; readonly column: number } | null>;
  readonly lines: Signal<readonly string[]>;
  readonly locale: Signal<string>;
  readonly simulation: Run<readonly SimulatedTurn[]>;
  /** Says one more line, or plays all lines again where none is given. */
  play(line?: string): Promise<void>;
  readonly golden: Resource<readonly GoldenConversation[]>;
  readonly goldenRun: Run<readonly GoldenResult[]>;
  saveGolden(conversations: readonly GoldenConversation[]): Promise<WireError | null>;
  /** How many past conversations are compared. */
  readonly depth: Signal<number>;
  readonly past: Run<BackTest>;
  readonly wentLive: ReadonlySignal<WentLive | null>;
  publish(): Promise<WireError | null>;
  readVersion(version: number): Resource<PlaybookVersion & { readonly yaml: string }>;
  restore(version: number): Promise<WireError | null>;
  dispose(): void;
}

export function createStudioModel(
  api: ConsoleApi,
  environment: Pick<ClientEnvironment, 'setTimer' | 'timeZone'>,
  locale: string,
): StudioModel {
  const shelf = createResource(() => api.getPlaybooks());
  const draft = createDraftModel(api, environment);
  const golden = createResource(() => api.listGolden());
  const live = computed(() =>
    shelf.state.value.kind === 'ready' ? shelf.state.value.value.current.yaml : draft.yaml.value,
  );
  const changed = computed(() => draft.yaml.value !== live.value);
  const lines = signal<readonly string[]>([]);
  const spoken = signal(locale);
  const depth = signal(100);
  const wentLive = signal<WentLive | null>(null);
  const simulation = createRun((yaml) =>
    api.simulate({ yaml, lines: lines.peek(), locale: spoken.peek(), timeZone: environment.timeZone() }),
  );
  const goldenRun = createRun((yaml) => api.runGolden(yaml));
  const past = createRun((yaml) => api.backTest(yaml, depth.peek()));

  async function attempt(act: () => Promise<void>): Promise<WireError | null> {
    try {
      await act();
      return null;
    } catch (thrown) {
      return wireErrorOf(thrown);
    }
  }

  /** What is live now, after the act has changed it. */
  async function readLive() {
    await shelf.load();
    const { value } = shelf.state;
    if (value.kind !== 'ready') return;
    const { version, restoredFrom } = value.value.current;
    wentLive.value = { version, restoredFrom };
    goldenRun.clear();
    past.clear();
  }

  return {
    shelf,
    people: createResource(() => api.listPeople()),
    vocabulary: createResource(() => api.getVocabulary()),
    draft,
    live,
    changed,
    tab: signal<StudioTab>('try'),
    goTo: signal(null),
    lines,
    locale: spoken,
    simulation,
    async play(line) {
      if (line !== undefined) lines.value = [...lines.peek(), line];
      if (lines.peek().length > 0) await simulation.start(draft.yaml.peek());
    },
    golden,
    goldenRun,
    saveGolden: (conversations) =>
      attempt(async () => {
        await api.saveGolden(conversations);
        goldenRun.clear();
        await golden.load();
      }),
    depth,
    past,
    wentLive,
    publish: () =>
      attempt(async () => {
        await api.publishPlaybook(draft.yaml.peek());
        await draft.reload();
        await readLive();
      }),
    readVersion: (version) => createResource(() => api.getPlaybookVersion(version)),
    restore: (version) =>
      attempt(async () => {
        const hadWork = changed.peek();
        await api.restorePlaybook(version);
        // A draft that says the same as what was live is no work of anybody's.
        if (!hadWork) await draft.discard();
        await readLive();
      }),
    dispose: () => draft.dispose(),
  };
}
