import type { GuardedStorage } from '@baton/client';
import type {
  CardLine,
  MessageView,
  MilestoneView,
  QuestionInput,
  Score,
  SlotKey,
} from '@baton/shared-types';
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { type Answering, whoAnswers } from './answering.js';
import { arrivalsAfter } from './arrivals.js';
import { connectionNotice, type Notice } from './notice.js';
import { ratingOf } from './rating-of.js';
import type { ChatClient } from './shown-view.js';
import { continueThread, type ThreadItem, threadOf } from './thread.js';
import { countUnread, formatReadMark, parseReadMark } from './unread.js';
import { whatIsNew } from './what-is-new.js';

/** What the chat shows, computed from the client's state. */
export interface ChatModel {
  readonly client: ChatClient;
  readonly thread: ReadonlySignal<readonly ThreadItem[]>;
  readonly answering: ReadonlySignal<Answering>;
  /** How the last question may be answered beside free typing; null once it has been. */
  readonly asked: ReadonlySignal<QuestionInput | null>;
  /** Buttons beside free typing; empty once the visitor has answered. */
  readonly quickReplies: ReadonlySignal<readonly string[]>;
  readonly notice: ReadonlySignal<Notice>;
  /** The server refused us for good: nothing can be sent. */
  readonly isStopped: ReadonlySignal<boolean>;
  /** Nothing to show yet: neither a session nor a word of the visitor. */
  readonly isEmpty: ReadonlySignal<boolean>;
  readonly unread: ReadonlySignal<number>;
  /** What arrived last from the company's side while the page was here. */
  readonly arrivals: ReadonlySignal<readonly (MessageView | MilestoneView)[]>;
  /** The rating that may be given now, or has been: `score` is null until then. Null: not the time. */
  readonly rating: ReadonlySignal<{ readonly score: Score | null; readonly comment: string | null } | null>;
  /** What was noted about the visitor, while they look at it; else null. */
  readonly card: ReadonlySignal<readonly CardLine[] | null>;
  showCard(on: boolean): void;
  /** False: no such value can be read from the text. */
  correct(key: SlotKey, text: string): Promise<boolean>;
  withdraw(key: SlotKey): void;
  rate(score: Score, comment: string | null): void;
  say(text: string): void;
  askForPerson(words: string): void;
  endChat(): void;
  dispose(): void;
}

export interface ChatModelOptions {
  readonly client: ChatClient;
  /** The panel is open on a visible page: what arrives is read. */
  readonly isSeen: ReadonlySignal<boolean>;
  readonly isDeviceOnline: ReadonlySignal<boolean>;
  readonly storage: GuardedStorage;
  readonly siteKey: string;
}

export function createChatModel(options: ChatModelOptions): ChatModel {
  const { client, isSeen, isDeviceOnline, storage } = options;
  const { view, session, pending, streaming, connection } = client;
  const markKey = `baton:${options.siteKey}:read`;
  const mark = signal(parseReadMark(storage.read(markKey)));
  const arrivals = signal<readonly (MessageView | MilestoneView)[]>([]);
  const newSince = whatIsNew(client);

  const broken = signal(false);
  const watchConnection = effect(() => {
    const { kind } = connection.value;
    if (kind === 'waiting') broken.value = true;
    if (kind === 'online') broken.value = false;
  });

  const keepMark = effect(() => {
    if (!isSeen.value || !view.value) return;
    mark.value = { conversationId: view.value.conversationId, seq: client.cursor.value };
    storage.write(markKey, formatReadMark(mark.value));
  });

  const watchArrivals = effect(() => {
    if (!view.value) return;
    const fresh = arrivalsAfter(view.value, newSince(view.value));
    if (fresh.length > 0) arrivals.value = fresh;
  });

  const question = computed(() => {
    const last = view.value?.messages.at(-1);
    const open = view.value?.status === 'open' && connection.value.kind !== 'stopped';
    const answered = pending.value.length > 0 || streaming.value !== null;
    return open && !answered && last && last.actor.kind !== 'visitor' ? last : null;
  });
  const asked = computed(() => {
    const { asks, quickReplies } = question.value ?? {};
    return (asks && !quickReplies?.length && session.value?.site.inputs?.[asks]) || null;
  });

  const stored = computed(() => threadOf(view.value));

  const card = signal<readonly CardLine[] | null>(null);
  const isCardShown = computed(() => card.value !== null);
  const keepCard = effect(() => {
    // The slots are the company's: their changes are seen only by the log moving on.
    if (!isCardShown.value || client.cursor.value === 0) return;
    deliver(
      client.readCard().then((lines) => {
        if (isCardShown.peek()) card.value = lines;
      }),
    );
  });

  return {
    client,
    asked,
    card,
    showCard(on) {
      card.value = on ? [] : null;
    },
    correct: (key, text) =>
      client.correctCard(key, text).then(
        () => true,
        () => false,
      ),
    withdraw: (key) => deliver(client.withdrawFromCard(key)),
    rate: (score, comment) => deliver(client.rate(score, comment)),
    rating: computed(() => ratingOf(view.value)),
    thread: computed(() => continueThread(stored.value, view.value, streaming.value, pending.value)),
    answering: computed(() => whoAnswers(view.value)),
    quickReplies: computed(() => {
      const own = question.value?.quickReplies ?? [];
      return own.length === 0 && asked.value?.kind === 'choice' ? asked.value.options : own;
    }),
    notice: computed(() =>
      connectionNotice(connection.value, {
        online: isDeviceOnline.value,
        waitingToSend: pending.value.some(({ unsaved }) => !unsaved),
        everConnected: session.value !== null,
        broken: broken.value,
      }),
    ),
    isStopped: computed(() => connection.value.kind === 'stopped'),
    isEmpty: computed(() => !session.value && !view.value && pending.value.length === 0),
    unread: computed(() => (isSeen.value ? 0 : countUnread(view.value, mark.value))),
    arrivals,
    say: (text) => deliver(client.send(text)),
    askForPerson: (words) => deliver(client.send(words, 'human_request')),
    endChat: () => deliver(client.closeConversation()),
    dispose() {
      watchConnection();
      keepMark();
      watchArrivals();
      keepCard();
    },
  };
}

/** What was refused shows itself: a message stands in the thread as failed, a chat that did not end is still open. */
function deliver(done: Promise<unknown>): void {
  done.catch(() => undefined);
}
