import type {
  ConnectionState,
  PeerTyping,
  PendingMessage,
  StreamingMessage,
  VisitorClient,
} from '@baton/client';
import {
  applyEvent,
  type CardLine,
  type ConversationView,
  emptyView,
  type LogEvent,
  type QueuePlace,
  type SessionOpened,
} from '@baton/shared-types';
import { signal } from '@preact/signals';
import { CARD, CONVERSATION, log, SITE } from './script-events.js';

/** A client without a server: its state is set by a scene and changes as if somebody answered. */
export interface ScriptedClient extends VisitorClient {
  /** Applies events with the product's own fold. */
  play(events: readonly LogEvent[]): void;
  set(state: Partial<ScriptedState>): void;
}

export interface ScriptedState {
  readonly connection: ConnectionState;
  readonly session: SessionOpened | null;
  readonly streaming: StreamingMessage | null;
  readonly peerTyping: PeerTyping | null;
  readonly pending: readonly PendingMessage[];
  readonly place: QueuePlace | null;
}

export function createScriptedClient(): ScriptedClient {
  const view = signal<ConversationView | null>(null);
  const cursor = signal(0);
  const state = {
    connection: signal<ConnectionState>({ kind: 'online' }),
    session: signal<SessionOpened | null>(SITE),
    streaming: signal<StreamingMessage | null>(null),
    peerTyping: signal<PeerTyping | null>(null),
    pending: signal<readonly PendingMessage[]>([]),
    place: signal<QueuePlace | null>(null),
  };
  let sent = 0;
  let card: readonly CardLine[] = CARD;

  const play = (events: readonly LogEvent[]) => {
    view.value = events.reduce(applyEvent, view.value ?? emptyView(CONVERSATION));
    cursor.value = events.at(-1)?.seq ?? cursor.value;
  };

  return {
    ...state,
    view,
    cursor,
    play,
    set(change) {
      Object.entries(change).forEach(([name, value]) => {
        Object.assign(Reflect.get(state, name), { value });
      });
    },
    connect: () => undefined,
    async send(text) {
      if (view.value?.status === 'closed') view.value = null;
      const clientId = `sent ${sent++}`;
      const online = state.connection.value.kind === 'online';
      const pending: PendingMessage = {
        clientId,
        text,
        kind: 'text',
        state: online ? 'sent' : 'queued',
        error: null,
      };
      state.pending.value = [...state.pending.value, pending];
      await pause(online ? 300 : 1e9);
      state.pending.value = state.pending.value.filter((other) => other !== pending);
      const accepted = log.visitor(text, { after: cursor.value, clientId });
      play([accepted]);
      state.peerTyping.value = { who: 'assistant', name: null };
      await pause(500);
      state.peerTyping.value = null;
      await answer(
        log.assistant('Noted. This is the playground: nobody reads along, but **everything** works.', {
          after: cursor.value,
        }),
      );
      return { conversationId: CONVERSATION, messageId: accepted.data.messageId, seq: accepted.seq };
    },
    retry(clientId) {
      const again = state.pending.value.find((message) => message.clientId === clientId);
      this.discard(clientId);
      if (again) void this.send(again.text);
    },
    discard(clientId) {
      state.pending.value = state.pending.value.filter((message) => message.clientId !== clientId);
    },
    setTyping: () => undefined,
    async closeConversation() {
      play([log.closed({ after: cursor.value })]);
    },
    identify: () => undefined,
    logout() {
      view.value = null;
      state.session.value = SITE;
    },
    async setConsent(granted) {
      const { value: session } = state.session;
      if (session?.consent) state.session.value = { ...session, consent: { ...session.consent, granted } };
    },
    async rate(score, comment) {
      play([log.rated({ after: cursor.value }, score, comment)]);
    },
    readCard: async () => card,
    async correctCard(key, text) {
      card = card.map((line) => (line.key === key ? { ...line, display: text, quote: text } : line));
      play([log.visitor(text, { after: cursor.value })]);
    },
    async withdrawFromCard(key) {
      card = card.map((line) =>
        line.key === key ? { ...line, state: 'withdrawn', display: null, quote: null } : line,
      );
    },
    destroy: () => undefined,
  };

  /** Speaks the message in pieces, then puts it into the log. */
  async function answer(event: ReturnType<typeof log.assistant>): Promise<void> {
    const { messageId, text } = event.data;
    for (let end = 4; end < text.length; end += 6) {
      state.streaming.value = { messageId, text: text.slice(0, end) };
      await pause(60);
    }
    play([event]);
    state.streaming.value = null;
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.min(ms, 2 ** 31 - 1)));
}
