import {
  AGENT_COMMAND,
  type AgentCommands,
  type AgentId,
  applyEvent,
  type ConversationId,
} from '@baton/shared-types';
import { signal } from '@preact/signals-core';
import { adoptSnapshot } from './adopt-snapshot.js';
import { backOff } from './back-off.js';
import type { Connection } from './connection.js';
import {
  type AgentConversation,
  type ClientEnvironment,
  CommandError,
  type ConversationAct,
} from './contract.js';
import { createConversationReplica } from './conversation-replica.js';
import { createOutbox } from './outbox.js';
import { createOwnTyping } from './own-typing.js';
import { isRetryable, orThrow } from './refusal.js';
import type { Notice } from './transport.js';

export interface AgentConversationOptions {
  readonly environment: ClientEnvironment;
  readonly connection: Connection<AgentCommands>;
  readonly conversationId: ConversationId;
  left(): void;
}

/** What the agent client holds of a conversation; `conversation` is what its user gets. */
export interface FollowedByAgent {
  readonly conversation: AgentConversation;
  follow(): void;
  /** Nobody follows it any more and nothing waits to be sent. */
  isIdle(): boolean;
  online(): void;
  offline(): void;
  notice(notice: Notice): void;
  destroy(): void;
}

/** The commands by which an agent moves a conversation; each carries a client id, so it may be sent twice. */
type Move =
  | typeof AGENT_COMMAND.acceptHandoff
  | typeof AGENT_COMMAND.declineHandoff
  | typeof AGENT_COMMAND.takeOver
  | typeof AGENT_COMMAND.returnToAssistant
  | typeof AGENT_COMMAND.closeConversation
  | ConversationAct;
type Rest<N extends Move> = Omit<AgentCommands[N]['payload'], 'conversationId' | 'clientId'>;

/**
 * One open conversation. Messages wait in memory only: on a shared desk nothing that an agent typed may be sent
 * later under a colleague's name.
 */
export function createAgentConversation(options: AgentConversationOptions): FollowedByAgent {
  const { environment, connection, conversationId } = options;
  let following = false;
  let opening = false;
  let attempt = 0;
  let cancelRetry = (): void => undefined;
  const viewers = signal<readonly { readonly id: AgentId; readonly name: string }[]>([]);

  const replica = createConversationReplica({
    environment,
    reader: 'agent',
    apply: applyEvent,
    read: (after) => connection.command(AGENT_COMMAND.readLog, { conversationId, after }),
    advanced: (view, cursor) => outbox.observe(view, cursor),
  });

  const outbox = createOutbox({
    environment,
    store: null,
    deliver: ({ clientId, text }) =>
      connection.command(AGENT_COMMAND.sendMessage, { conversationId, clientId, text }),
    landed: ({ seq }) => replica.expect(conversationId, seq),
  });

  const tellTyping = createOwnTyping(environment, (on) => {
    void connection.command(AGENT_COMMAND.setTyping, { conversationId, on });
  });

  /** Subscribes and takes a snapshot; the server forgets subscriptions with the connection. */
  async function openAgain(): Promise<void> {
    cancelRetry();
    if (!following || opening || connection.state.peek().kind !== 'online') return;
    opening = true;
    const reply = await connection.command(AGENT_COMMAND.openConversation, { conversationId });
    opening = false;
    if (reply.ok) {
      attempt = 0;
      adoptSnapshot(replica, reply.value);
      await replica.catchUp();
    } else if (following && isRetryable(reply.error)) {
      cancelRetry = environment.setTimer(() => void openAgain(), backOff(attempt, environment.random));
      attempt += 1;
    }
  }

  async function move<N extends Move>(name: N, payload?: Rest<N>): Promise<void> {
    const clientId = environment.newClientId();
    const whole = { ...payload, conversationId, clientId } as AgentCommands[N]['payload'];
    const { seq } = orThrow<{ readonly seq: number }>(await connection.perform(name, whole));
    void replica.expect(conversationId, seq);
  }

  function destroy(): void {
    following = false;
    cancelRetry();
    outbox.destroy();
    replica.destroy();
  }

  const conversation: AgentConversation = {
    conversationId,
    view: replica.view,
    cursor: replica.cursor,
    streaming: replica.streaming,
    peerTyping: replica.peerTyping,
    pending: outbox.pending,
    send(text) {
      const state = connection.state.peek();
      if (state.kind === 'stopped') return Promise.reject(new CommandError(state.error));
      tellTyping(false);
      return outbox.send(text, 'text');
    },
    retry: (clientId) => outbox.retry(clientId),
    discard: (clientId) => outbox.discard(clientId),
    setTyping: tellTyping,
    accept: () => move(AGENT_COMMAND.acceptHandoff),
    decline: () => move(AGENT_COMMAND.declineHandoff),
    takeOver: () => move(AGENT_COMMAND.takeOver),
    returnToAssistant: () => move(AGENT_COMMAND.returnToAssistant),
    close: (disposition) => move(AGENT_COMMAND.closeConversation, disposition ? { disposition } : {}),
    perform: (name, payload) => move(name, payload as Rest<typeof name>),
    async checkDraft(text) {
      return orThrow(await connection.command(AGENT_COMMAND.checkDraft, { conversationId, text }))
        .alreadySaid;
    },
    viewers,
    leave() {
      if (!following) return;
      following = false;
      void connection.command(AGENT_COMMAND.leaveConversation, { conversationId });
      options.left();
    },
  };

  return {
    conversation,
    follow() {
      following = true;
      outbox.flow(connection.state.peek().kind === 'online');
      void openAgain();
    },
    isIdle: () => !following && outbox.pending.peek().length === 0,
    online() {
      outbox.flow(true);
      void openAgain();
    },
    offline() {
      outbox.flow(false);
      replica.interrupt();
    },
    notice: (notice) => {
      if (following && notice.name === 'viewers.changed') viewers.value = notice.payload.viewers;
      else if (following) replica.notice(notice);
    },
    destroy,
  };
}
