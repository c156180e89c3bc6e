import {
  applyPublicEvent,
  LIMITS,
  PROTOCOL_VERSION,
  type SessionOpened,
  VISITOR_COMMAND,
  type VisitorCommands,
} from '@baton/shared-types';
import { signal } from '@preact/signals-core';
import { type Connection, createConnection } from './connection.js';
import { CommandError, type VisitorClient, type VisitorClientOptions } from './contract.js';
import { createConversationReplica } from './conversation-replica.js';
import { createCrossTab } from './cross-tab.js';
import { defaultTransport } from './default-transport.js';
import { guardStorage } from './guarded-storage.js';
import { createOutbox } from './outbox.js';
import { createOutboxStore } from './outbox-store.js';
import { createOwnTyping } from './own-typing.js';
import { orThrow, refusal } from './refusal.js';
import type { ConnectTransport } from './transport.js';

/** How long a visitor's very first messages wait, in case a second tab is making a visitor at this moment. */
const SETTLE_MS = 150;

/** How long another tab may take to send what it queued before this one sends it too. */
const TAKE_OVER_MS = 3_000;

/** The visitor's side of one site. `transport` is for tests; the default is the real one. */
export function createVisitorClient(
  options: VisitorClientOptions,
  transport: ConnectTransport = defaultTransport(options.serverUrl),
): VisitorClient {
  const { environment, siteKey } = options;
  const storage = guardStorage(environment.storage);
  const tokenKey = `baton:${siteKey}:token`;
  const outboxKey = `baton:${siteKey}:outbox`;
  const verifiedKey = `baton:${siteKey}:verified`;
  const session = signal<SessionOpened | null>(null);
  /** The page that the server has heard of. */
  let toldPage = '';
  /** The signed token that was given last, and whether it still has to be presented: once is enough. */
  let identity: string | null = null;
  let isIdentityDue = false;
  let othersWrote = false;
  let cancelSettle = (): void => undefined;
  let cancelTakeOver = (): void => undefined;

  const connection: Connection<VisitorCommands> = createConnection<VisitorCommands>({
    environment,
    transport,
    credentials: async () => ({
      ok: true,
      value: { protocol: PROTOCOL_VERSION, siteKey, token: crossTab.present() },
    }),
    greet,
    online() {
      keepUp();
      void catchUp();
    },
    offline() {
      cancelSettle();
      outbox.flow(false);
      replica.interrupt();
    },
    notice: (notice) => replica.notice(notice),
    recover: (error) => error.code === 'session_invalid' && crossTab.refused(),
  });

  const replica = createConversationReplica({
    environment,
    reader: 'visitor',
    apply: applyPublicEvent,
    read: (after) => connection.command(VISITOR_COMMAND.readLog, { after }),
    advanced(view, cursor) {
      outbox.observe(view, cursor);
      keepUp();
    },
  });

  const outbox = createOutbox({
    environment,
    store: createOutboxStore(storage, outboxKey),
    deliver: ({ clientId, text, kind }) =>
      connection.command(VISITOR_COMMAND.sendMessage, { clientId, text, kind }),
    landed: ({ conversationId, seq }) => replica.expect(conversationId, seq),
  });

  const crossTab = createCrossTab({
    environment,
    storage,
    tokenKey,
    outboxKey,
    tokenReplaced: () => connection.restart(),
    outboxChanged() {
      cancelTakeOver();
      cancelTakeOver = environment.setTimer(() => outbox.sync(), TAKE_OVER_MS);
      othersWrote = true;
      keepUp();
    },
    forgotten() {
      identity = null;
      forget();
      connection.restart();
    },
  });

  const tellTyping = createOwnTyping(environment, (on) => {
    void connection.command(VISITOR_COMMAND.setTyping, { on });
  });

  async function greet() {
    const { url, title, referrer } = environment.page();
    toldPage = url;
    const reply = await connection.command(VISITOR_COMMAND.openSession, {
      page: { url: short(url), title: short(title), referrer: short(referrer) },
      locale: environment.locale(),
      timeZone: environment.timeZone(),
      ...(identity !== null && isIdentityDue ? { identity } : {}),
    });
    if (!reply.ok) return reply;
    if (!crossTab.opened(reply.value.token)) return refusal('session_invalid');
    isIdentityDue = false;
    leaveVerified(reply.value.verified ? reply.value.visitorId : null);
    const before = session.peek();
    if (before && before.visitorId !== reply.value.visitorId) replica.clear();
    session.value = reply.value;
    replica.place.value = reply.value.place ?? null;
    return reply;
  }

  /** What somebody signed in had queued is never sent as somebody else. */
  function leaveVerified(now: string | null): void {
    const before = storage.read(verifiedKey);
    if (before !== null && before !== now) forget();
    if (before !== now) storage.write(verifiedKey, now);
  }

  function forget(): void {
    session.value = null;
    replica.clear();
    outbox.clear();
    storage.write(verifiedKey, null);
  }

  async function act<N extends 'conversation.rate' | 'card.correct' | 'card.withdraw'>(
    name: N,
    payload: Omit<VisitorCommands[N]['payload'], 'clientId'>,
  ): Promise<void> {
    const once = { ...payload, clientId: environment.newClientId() } as VisitorCommands[N]['payload'];
    const { seq } = orThrow(await connection.perform(name, once));
    const view = replica.view.peek();
    if (view) void replica.expect(view.conversationId, seq);
  }

  /**
   * Opens the session anew where the server cannot know better: a conversation that another tab has begun is ours too, but
   * only a new session is told of it; and a page may change without being loaded, which counts once something is said there.
   */
  function keepUp(): void {
    const isKnown = !othersWrote || replica.view.peek()?.status === 'open';
    const isThere = environment.page().url === toldPage;
    if ((isKnown && isThere) || connection.state.peek().kind !== 'online') return;
    othersWrote = false;
    void greet().then((reply) => {
      if (reply.ok) void catchUp();
      else othersWrote = true;
    });
  }

  /** The log first: a message whose acknowledgement was lost is found there instead of being sent again. */
  async function catchUp(): Promise<void> {
    const opened = session.peek();
    if (opened?.conversation) replica.head(opened.conversation.id, opened.conversation.head);
    if (opened?.conversation || replica.view.peek()) await replica.catchUp();
    if (opened !== session.peek() || connection.state.peek().kind !== 'online') return;
    cancelSettle();
    if (opened?.consent && !opened.consent.granted) return;
    if (crossTab.isNew()) cancelSettle = environment.setTimer(() => outbox.flow(true), SETTLE_MS);
    else outbox.flow(true);
  }

  outbox.sync();

  return {
    connection: connection.state,
    session,
    view: replica.view,
    cursor: replica.cursor,
    streaming: replica.streaming,
    peerTyping: replica.peerTyping,
    place: replica.place,
    pending: outbox.pending,
    connect: () => connection.start(),
    send(text, kind = 'text') {
      const state = connection.state.peek();
      if (state.kind === 'stopped') return Promise.reject(new CommandError(state.error));
      tellTyping(false);
      keepUp();
      const accepted = outbox.send(text, kind);
      connection.hurry();
      return accepted;
    },
    retry: (clientId) => outbox.retry(clientId),
    discard: (clientId) => outbox.discard(clientId),
    setTyping: tellTyping,
    async closeConversation() {
      const clientId = environment.newClientId();
      const { seq } = orThrow(await connection.perform(VISITOR_COMMAND.closeConversation, { clientId }));
      const view = replica.view.peek();
      if (view) void replica.expect(view.conversationId, seq);
    },
    identify(token) {
      if (token === identity) return;
      identity = token;
      isIdentityDue = true;
      connection.restart(true);
    },
    logout() {
      const told = connection.command(VISITOR_COMMAND.logOut, {});
      const leave = () => {
        identity = null;
        crossTab.forget();
        forget();
      };
      leave();
      // What came in meanwhile belongs to the visitor who has left.
      void told.then(() => {
        leave();
        connection.restart(true);
      });
    },
    async setConsent(granted) {
      const { version = '' } = session.peek()?.consent ?? {};
      const reply = await connection.command(VISITOR_COMMAND.setConsent, { version, granted });
      outbox.flow(false);
      if (!granted) outbox.clear();
      // The server says what counts now, also when the question has changed meanwhile.
      await greet();
      await catchUp();
      orThrow(reply);
    },
    rate: (score, comment) => act(VISITOR_COMMAND.rateConversation, { score, comment }),
    async readCard() {
      return orThrow(await connection.command(VISITOR_COMMAND.readCard, {})).lines;
    },
    correctCard: (key, text) => act(VISITOR_COMMAND.correctCard, { key, text }),
    withdrawFromCard: (key) => act(VISITOR_COMMAND.withdrawFromCard, { key }),
    destroy() {
      cancelSettle();
      cancelTakeOver();
      connection.stop();
      outbox.destroy();
      replica.destroy();
      crossTab.destroy();
    },
  };
}

/** A page address that is too long must not keep its visitor from talking to us. */
function short(text: string): string {
  return text.slice(0, LIMITS.pageCharacters);
}
