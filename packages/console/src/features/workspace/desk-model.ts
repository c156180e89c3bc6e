import type { AgentClient } from '@baton/client';
import type {
  BundleSlot,
  ConversationId,
  FileId,
  PresenceState,
  SignedInAgent,
  WireError,
} from '@baton/shared-types';
import { batch, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ConsoleApi, Explanation } from '../../api/console-api.js';
import { wireErrorOf } from '../../api/describe-error.js';
import { type Clock, createClock } from '../../platform/clock.js';
import type { Platform } from '../../platform/platform.js';
import { type AlertsModel, createAlertsModel } from '../alerts/alerts-model.js';
import { type BundleModel, createBundleModel } from '../bundle/bundle-model.js';
import { type ConversationModel, createConversationModel } from '../conversation/conversation-model.js';
import type { DeskDialog } from '../conversation/desk-dialogs.js';
import { createOutgoingFiles, type OutgoingFiles } from '../conversation/outgoing-files.js';
import { createInboxModel, type InboxModel } from '../inbox/inbox-model.js';
import { createUnreadModel } from '../inbox/unread-model.js';
import { createSearchModel, type SearchModel } from '../search/search-model.js';
import { createSnippetsModel, type SnippetsModel } from '../snippets/snippets-model.js';
import { createDrafts } from './drafts.js';
import { createPanesModel, type PanesModel } from './panes-model.js';

/** The conversation on the desk, with its context. */
export interface OpenFile {
  readonly conversation: ConversationModel;
  readonly bundle: BundleModel;
  /** A slot's name in the playbook's words. */
  labelOf(slotKey: string): string;
  /** Opens the dialog that corrects a slot. */
  correct(slot: BundleSlot): void;
  /** Opens the dialog that says why: about `route`, or `reply:` and the id of a message. */
  askWhy(about: string): void;
  explain(about: string): Promise<Explanation>;
  /** Files on their way to the visitor. */
  readonly outgoing: OutgoingFiles;
  /** Where a file of this conversation is to be had. */
  addressOf(fileId: FileId): string;
}

/** Everything a signed-in agent works with. Lives from sign-in to sign-out. */
export interface DeskModel {
  readonly agent: SignedInAgent;
  readonly client: AgentClient;
  readonly platform: Platform;
  readonly clock: Clock;
  readonly inbox: InboxModel;
  readonly search: SearchModel;
  readonly snippets: SnippetsModel;
  readonly alerts: AlertsModel;
  readonly panes: PanesModel;
  readonly file: ReadonlySignal<OpenFile | null>;
  /** Why the last change of presence failed. */
  readonly presenceError: ReadonlySignal<WireError | null>;
  /** The dialog over the open conversation. */
  readonly dialog: Signal<DeskDialog | null>;
  /** Shows this conversation (or none) and follows it. */
  show(id: ConversationId | null): void;
  setPresence(state: PresenceState): Promise<void>;
  /** What was typed and not sent is forgotten: the next person at this desk must not find it. */
  forget(): void;
  dispose(): void;
}

export function createDeskModel(deps: {
  readonly agent: SignedInAgent;
  readonly client: AgentClient;
  readonly api: ConsoleApi;
  readonly platform: Platform;
  readonly onOpen: (id: ConversationId) => void;
  readonly onSessionEnded: () => void;
}): DeskModel {
  const { agent, client, api, platform } = deps;
  const unread = createUnreadModel(platform.store, agent.id);
  const inbox = createInboxModel({ client, api, me: agent.id, unread });
  const search = createSearchModel({ api, environment: platform.environment, filter: inbox.filter });
  const drafts = createDrafts(platform.store, agent.id);
  const file = signal<OpenFile | null>(null);
  const dialog = signal<DeskDialog | null>(null);
  const presenceError = signal<WireError | null>(null);
  const clock = createClock(platform.environment);
  const alerts = createAlertsModel({
    platform,
    offers: inbox.offers,
    unread: inbox.unread,
    onOpen: deps.onOpen,
  });

  client.connect();
  const stopWatching = effect(() => {
    const connection = client.connection.value;
    if (connection.kind === 'stopped' && connection.error.code === 'session_invalid') deps.onSessionEnded();
  });

  // What is on the desk while the page is in sight counts as seen.
  const stopMarking = effect(() => {
    const id = inbox.selected.value;
    const row = id && inbox.rowOf(id);
    if (row && !platform.hidden()) unread.saw(row);
  });

  function closeFile() {
    file.peek()?.bundle.dispose();
    file.peek()?.conversation.leave();
    file.value = null;
  }

  function openFile(conversationId: ConversationId): OpenFile {
    const draft = drafts.of(conversationId);
    const conversation = createConversationModel({ client, inbox, conversationId, draft });
    const bundle = createBundleModel({ api, environment: platform.environment, conversation });
    const labelOf = (key: string) =>
      bundle.bundle.value?.slots.find((slot) => slot.key === key)?.label ?? key.replaceAll('_', ' ');
    const correct = (slot: BundleSlot) => {
      dialog.value = { kind: 'correct', slot };
    };
    const askWhy = (about: string) => {
      dialog.value = { kind: 'why', about };
    };
    const explain = (about: string) => api.explain(conversationId, about);
    const outgoing = createOutgoingFiles(api, conversationId, platform.environment.newClientId);
    const addressOf = (fileId: FileId) => api.fileAddress(conversationId, fileId);
    return { conversation, bundle, labelOf, correct, askWhy, explain, outgoing, addressOf };
  }

  return {
    agent,
    client,
    platform,
    clock,
    inbox,
    search,
    snippets: createSnippetsModel(api),
    alerts,
    panes: createPanesModel(platform.store),
    file,
    presenceError,
    dialog,
    show(id) {
      if (inbox.selected.peek() === id && (id === null) === (file.peek() === null)) return;
      batch(() => {
        closeFile();
        dialog.value = null;
        inbox.select(id);
        if (id) file.value = openFile(id);
      });
    },
    async setPresence(state) {
      presenceError.value = null;
      try {
        await client.setPresence(state);
      } catch (thrown) {
        presenceError.value = wireErrorOf(thrown);
      }
    },
    forget: () => drafts.forget(),
    dispose() {
      stopWatching();
      stopMarking();
      search.dispose();
      closeFile();
      alerts.dispose();
      clock.stop();
      client.destroy();
    },
  };
}
