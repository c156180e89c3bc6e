import type { PeerTyping, PendingMessage, StreamingMessage } from '@baton/client';
import {
  type Actor,
  applyEvent,
  type BundleSlot,
  type ConversationId,
  type ConversationView,
  EVENT_SCHEMA_VERSION,
  type EventType,
  emptyView,
  type FileRecord,
  type LogEvent,
  type LogEventOf,
  type MessageId,
  type MessageOrigin,
  PUBLIC_EVENTS,
  type SlotKey,
  type Tier,
  type Verdict,
} from '@baton/shared-types';
import { type Signal, signal } from '@preact/signals';
import { fakeId } from './fake-ids.js';

/** One conversation in memory: its log folded by the same code as everywhere. */
export interface FakeConversation {
  readonly id: ConversationId;
  readonly label: string;
  readonly siteName: string;
  readonly view: Signal<ConversationView | null>;
  readonly cursor: Signal<number>;
  readonly streaming: Signal<StreamingMessage | null>;
  readonly typing: Signal<PeerTyping | null>;
  readonly pending: Signal<readonly PendingMessage[]>;
  facts: readonly BundleSlot[];
  verdict: Verdict;
  verdictBecause: string | null;
  tier: Tier | null;
  /** Another agent takes it the moment I accept. */
  contested: boolean;
  /** The clock of the story, epoch milliseconds; moves with each event. */
  at: number;
  append<T extends EventType>(actor: Actor, type: T, data: LogEventOf<T>['data'], clientId?: string): void;
  say(
    actor: Actor,
    text: string,
    more?: {
      origin?: MessageOrigin;
      asks?: SlotKey;
      interrupted?: boolean;
      cites?: string;
      id?: MessageId;
      clientId?: string;
      files?: readonly FileRecord[];
    },
  ): MessageId;
}

let counter = 1000;

export function createFakeConversation(spec: {
  readonly number: number;
  readonly label: string;
  readonly siteName: string;
  readonly at: number;
}): FakeConversation {
  const id = fakeId('cnv', spec.number);
  const view = signal<ConversationView | null>(emptyView(id));
  const cursor = signal(0);
  const held: FakeConversation = {
    id,
    label: spec.label,
    siteName: spec.siteName,
    view,
    cursor,
    streaming: signal(null),
    typing: signal(null),
    pending: signal([]),
    facts: [],
    verdict: null,
    verdictBecause: null,
    tier: null,
    contested: false,
    at: spec.at,
    append(actor, type, data, clientId) {
      counter += 1;
      const seq = cursor.value + 1;
      const event = {
        id: fakeId('evt', counter),
        conversationId: id,
        seq,
        type,
        schemaVersion: EVENT_SCHEMA_VERSION,
        at: new Date(held.at).toISOString(),
        actor,
        audience: PUBLIC_EVENTS.has(type) ? 'public' : 'internal',
        epoch: view.value?.epoch ?? 0,
        clientId: clientId ?? null,
        data,
      } as unknown as LogEvent;
      view.value = applyEvent(view.value ?? emptyView(id), event);
      cursor.value = seq;
    },
    say(actor, text, more = {}) {
      counter += 1;
      const messageId = more.id ?? fakeId('msg', counter);
      held.append(
        actor,
        'message.sent',
        {
          messageId,
          text,
          kind: 'text',
          origin: more.origin ?? (actor.kind === 'assistant' ? 'template' : 'human'),
          asks: more.asks ?? null,
          quickReplies: [],
          citations: more.cites ? [{ title: more.cites, url: null }] : [],
          interrupted: more.interrupted ?? false,
          turnId: null,
          ...(more.files ? { files: more.files } : {}),
        },
        more.clientId,
      );
      return messageId;
    },
  };
  return held;
}
