import {
  AGENT_COMMAND,
  type AgentCommands,
  type AgentHandshake,
  type ConversationId,
  type InboxRow,
  NAMESPACE,
  PROTOCOL_VERSION,
  type PresenceState,
  type Reply,
  type SignedInAgent,
} from '@baton/shared-types';
import { signal } from '@preact/signals-core';
import { createAgentConversation, type FollowedByAgent } from './agent-conversation.js';
import { type Connection, createConnection } from './connection.js';
import { type AgentClient, type AgentClientOptions, CommandError } from './contract.js';
import { orThrow, refusal } from './refusal.js';
import { socketTransport } from './socket-transport.adapter.js';
import type { ConnectTransport, Notice } from './transport.js';

/** The agent's side of one workspace. `transport` is for tests; the default is the real one. */
export function createAgentClient(
  options: AgentClientOptions,
  transport: ConnectTransport = socketTransport(options.serverUrl, NAMESPACE.agent),
): AgentClient {
  const { environment } = options;
  const agent = signal<SignedInAgent | null>(null);
  const inbox = signal<ReadonlyMap<ConversationId, InboxRow>>(new Map());
  const presence = signal<PresenceState>('offline');
  const conversations = new Map<ConversationId, FollowedByAgent>();
  /** Rows that came on this connection before its first full list did. */
  let early: InboxRow[] = [];

  const connection: Connection<AgentCommands> = createConnection<AgentCommands>({
    environment,
    transport,
    credentials,
    greet,
    online() {
      for (const conversation of conversations.values()) conversation.online();
    },
    offline() {
      for (const conversation of conversations.values()) conversation.offline();
    },
    notice,
  });

  async function credentials(): Promise<Reply<AgentHandshake>> {
    early = [];
    try {
      return { ok: true, value: { protocol: PROTOCOL_VERSION, ticket: await options.fetchTicket() } };
    } catch (reason) {
      return reason instanceof CommandError ? { ok: false, error: reason.wire } : refusal('unavailable');
    }
  }

  async function greet(): Promise<Reply<unknown>> {
    const reply = await connection.command(AGENT_COMMAND.openConsole, {});
    if (!reply.ok) return reply;
    agent.value = reply.value.agent;
    presence.value = reply.value.agent.presence;
    inbox.value = withNewer(new Map(), [...reply.value.inbox, ...early]);
    return reply;
  }

  function notice(told: Notice): void {
    switch (told.name) {
      case 'inbox.changed':
        if (connection.state.peek().kind !== 'online') early.push(...told.payload.rows);
        inbox.value = withNewer(inbox.peek(), told.payload.rows);
        return;
      case 'log.appended':
      case 'log.head':
      case 'stream.start':
      case 'typing.changed':
      case 'viewers.changed':
        conversations.get(told.payload.conversationId)?.notice(told);
        return;
      // These name only the message: whoever shows it knows it.
      case 'stream.delta':
      case 'stream.end':
        for (const conversation of conversations.values()) conversation.notice(told);
        return;
      case 'session.ended':
        return;
    }
  }

  /** A conversation that was left stays only while something that was typed in it waits to be sent. */
  function dropIdle(): void {
    for (const [conversationId, conversation] of conversations) {
      if (!conversation.isIdle()) continue;
      conversation.destroy();
      conversations.delete(conversationId);
    }
  }

  return {
    connection: connection.state,
    agent,
    inbox,
    presence,
    connect: () => connection.start(),
    async setPresence(state) {
      presence.value = orThrow(await connection.perform(AGENT_COMMAND.setPresence, { state })).state;
    },
    open(conversationId) {
      dropIdle();
      const known = conversations.get(conversationId);
      if (known) {
        known.follow();
        return known.conversation;
      }
      const followed = createAgentConversation({
        environment,
        connection,
        conversationId,
        left: dropIdle,
      });
      conversations.set(conversationId, followed);
      followed.follow();
      return followed.conversation;
    },
    async colleagues() {
      return orThrow(await connection.command(AGENT_COMMAND.listColleagues, {}));
    },
    agentId: () => agent.peek()?.id ?? null,
    destroy() {
      connection.stop();
      for (const conversation of conversations.values()) conversation.destroy();
      conversations.clear();
    },
  };
}

/** Rows in order; one with a lower head than the one already held is stale. */
function withNewer(
  held: ReadonlyMap<ConversationId, InboxRow>,
  rows: readonly InboxRow[],
): ReadonlyMap<ConversationId, InboxRow> {
  const next = new Map(held);
  for (const row of rows) {
    const known = next.get(row.conversationId);
    if (!known || known.head <= row.head) next.set(row.conversationId, row);
  }
  return next;
}
