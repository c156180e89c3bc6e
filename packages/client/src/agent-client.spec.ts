import {
  type ConversationId,
  emptyView,
  type InboxRow,
  type LogBatch,
  type Reply,
} from '@baton/shared-types';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { wireError } from '../test/server-model.js';
import { SharedStorage, VirtualTime } from '../test/virtual-environment.js';
import { createAgentClient } from './agent-client.js';
import { CommandError } from './contract.js';
import { type MemoryLink, memoryTransport } from './memory-transport.js';

const ID = 'cnv_1' as ConversationId;
const AGENT = { id: 'agt_1', name: 'Mia', email: 'mia@acme.example', role: 'agent', presence: 'available' };

function row(head: number, lastText: string, conversationId = ID): InboxRow {
  return { conversationId, head, lastText } as InboxRow;
}

function batch(from: number, to: number): LogBatch {
  const events = Array.from({ length: to - from }, (_, index) => {
    const seq = from + 1 + index;
    const data = { messageId: `msg_${seq}`, text: `${seq}` };
    return {
      seq,
      type: 'message.sent',
      conversationId: ID,
      actor: { kind: 'visitor' },
      clientId: null,
      data,
    } as never;
  });
  return { conversationId: ID, from, to, events };
}

function stage() {
  const time = new VirtualTime();
  const { environment } = time.tab(new SharedStorage().tab());
  const commands: { name: string; payload: Record<string, unknown> }[] = [];
  const server = {
    link: null as MemoryLink | null,
    head: 2,
    inbox: [] as InboxRow[],
    answers: {} as Record<string, Reply<unknown> | 'swallowed' | 'breaks'>,
    beforeGreeting: (_link: MemoryLink): void => undefined,
  };
  function reply(name: string, payload: Record<string, unknown>): Reply<unknown> {
    switch (name) {
      case 'console.open':
        return { ok: true, value: { agent: AGENT, inbox: server.inbox } };
      case 'conversation.open':
        return { ok: true, value: { view: { ...emptyView(ID), epoch: server.head }, cursor: server.head } };
      case 'log.read': {
        const after = Number(payload['after']);
        return {
          ok: true,
          value: { batch: after < server.head ? batch(after, server.head) : null, reset: false },
        };
      }
      case 'message.send':
        return { ok: true, value: { conversationId: ID, messageId: 'msg_9', seq: server.head } };
      case 'presence.set':
        return { ok: true, value: payload };
      default:
        return { ok: true, value: { seq: server.head, epoch: 1 } };
    }
  }
  const fetchTicket = vi.fn(async () => 'ticket');
  const tickets: unknown[] = [];
  const client = createAgentClient(
    { serverUrl: 'https://chat.example', fetchTicket, environment },
    memoryTransport((handshake, link) => {
      tickets.push(handshake);
      server.link = link;
      return {
        session: {
          command(name, payload, answer) {
            commands.push({ name, payload: payload as Record<string, unknown> });
            if (name === 'console.open') server.beforeGreeting(link);
            const planned = server.answers[name];
            delete server.answers[name];
            if (planned === 'breaks') link.drop();
            else if (planned !== 'swallowed')
              answer(planned ?? reply(name, payload as Record<string, unknown>));
          },
          closed: () => undefined,
        },
      };
    }),
  );
  const sent = (name: string) => commands.filter((command) => command.name === name);
  return { time, server, client, commands, sent, tickets, fetchTicket };
}

describe('agent client', () => {
  let s: ReturnType<typeof stage>;
  beforeEach(async () => {
    s = stage();
    s.server.inbox = [row(4, 'four')];
    s.client.connect();
    await s.time.pass();
  });

  test('presents a fresh single-use ticket for every connection', async () => {
    expect(s.tickets).toEqual([{ protocol: 1, ticket: 'ticket' }]);
    expect(s.client.agentId()).toBe('agt_1');
    expect(s.client.presence.value).toBe('available');
    s.server.link?.drop();
    await s.time.pass(1_000);
    expect(s.fetchTicket).toHaveBeenCalledTimes(2);
    expect(s.client.connection.value.kind).toBe('online');
  });

  test('a ticket that the network kept back is fetched again; an ended session stops the client', async () => {
    s.fetchTicket.mockRejectedValueOnce(new TypeError('failed to fetch'));
    s.server.link?.drop();
    await s.time.pass(3_000);
    expect(s.client.connection.value.kind).toBe('online');
    s.fetchTicket.mockRejectedValueOnce(new CommandError(wireError('session_invalid')));
    s.server.link?.drop();
    await s.time.pass(60_000);
    expect(s.client.connection.value).toEqual({ kind: 'stopped', error: wireError('session_invalid') });
  });

  test('inbox: a row with a lower head is stale, one with the same head is news', async () => {
    s.server.link?.notify('inbox.changed', {
      rows: [row(3, 'late'), row(1, 'other', 'cnv_2' as ConversationId)],
    });
    await s.time.pass();
    expect(s.client.inbox.value.get(ID)?.lastText).toBe('four');
    s.server.link?.notify('inbox.changed', { rows: [row(4, 'four, offered')] });
    await s.time.pass();
    expect([...s.client.inbox.value.values()].map(({ lastText }) => lastText)).toEqual([
      'four, offered',
      'other',
    ]);
  });

  test('inbox: after a reconnect the list of the server counts, with what was told meanwhile', async () => {
    s.server.inbox = [row(2, 'restored')];
    s.server.beforeGreeting = (link) => {
      link.notify('inbox.changed', { rows: [row(1, 'newcomer', 'cnv_2' as ConversationId)] });
    };
    s.server.link?.drop();
    await s.time.pass(1_000);
    expect([...s.client.inbox.value.values()].map(({ lastText }) => lastText)).toEqual([
      'restored',
      'newcomer',
    ]);
  });

  test('a conversation is opened on demand, followed, and repaired after a reconnect', async () => {
    const conversation = s.client.open(ID);
    expect(s.client.open(ID)).toBe(conversation);
    await s.time.pass();
    expect(conversation.cursor.value).toBe(2);
    s.server.head = 3;
    s.server.link?.notify('log.appended', batch(2, 3));
    await s.time.pass();
    expect(conversation.view.value?.messages).toHaveLength(1);
    s.server.head = 6;
    s.server.link?.drop();
    await s.time.pass(1_000);
    expect(conversation.cursor.value).toBe(6);
    expect(s.sent('conversation.open').length).toBe(2);
  });

  test('a gap in an open conversation is read with its id', async () => {
    const conversation = s.client.open(ID);
    await s.time.pass();
    s.server.head = 6;
    s.server.link?.notify('log.appended', batch(5, 6));
    await s.time.pass();
    expect(conversation.cursor.value).toBe(6);
    expect(s.sent('log.read').at(-1)?.payload).toEqual({ conversationId: ID, after: 2 });
  });

  test('opened before the connection stands, it opens as soon as it does', async () => {
    const early = stage();
    const conversation = early.client.open(ID);
    early.client.connect();
    await early.time.pass();
    expect(conversation.cursor.value).toBe(2);
  });

  test('accept with a lost answer is sent once more, under the same client id', async () => {
    const conversation = s.client.open(ID);
    await s.time.pass();
    s.server.answers['handoff.accept'] = 'breaks';
    const accepted = conversation.accept();
    await s.time.pass(2_000);
    await expect(accepted).resolves.toBeUndefined();
    const ids = s.sent('handoff.accept').map(({ payload }) => payload['clientId']);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  test('two-agents-one-accept: the slower one is told', async () => {
    s.server.answers['handoff.accept'] = { ok: false, error: wireError('handoff_taken') };
    await expect(s.client.open(ID).accept()).rejects.toMatchObject({ wire: { code: 'handoff_taken' } });
    expect(s.sent('handoff.accept')).toHaveLength(1);
  });

  test('a reply whose answer was lost is sent again; one that is refused fails visibly', async () => {
    const conversation = s.client.open(ID);
    await s.time.pass();
    s.server.answers['message.send'] = 'breaks';
    const sent = conversation.send('Hello, Mia here');
    await s.time.pass(2_000);
    await expect(sent).resolves.toMatchObject({ messageId: 'msg_9' });
    expect(new Set(s.sent('message.send').map(({ payload }) => payload['clientId'])).size).toBe(1);
    s.server.answers['message.send'] = { ok: false, error: wireError('not_owner') };
    await expect(conversation.send('too late')).rejects.toMatchObject({ wire: { code: 'not_owner' } });
    expect(conversation.pending.value).toMatchObject([{ state: 'failed', error: { code: 'not_owner' } }]);
  });

  test('what waits to be sent outlives leaving the conversation', async () => {
    const conversation = s.client.open(ID);
    await s.time.pass();
    s.server.answers['message.send'] = 'swallowed';
    const sent = conversation.send('still to come');
    conversation.leave();
    await s.time.pass(12_000);
    await expect(sent).resolves.toMatchObject({ messageId: 'msg_9' });
    expect(s.client.open(ID)).not.toBe(conversation);
  });

  test('a conversation that was left is no longer followed', async () => {
    const conversation = s.client.open(ID);
    await s.time.pass();
    conversation.leave();
    await s.time.pass();
    s.server.link?.notify('log.appended', batch(2, 3));
    await s.time.pass();
    s.server.link?.drop();
    await s.time.pass(1_000);
    expect(conversation.cursor.value).toBe(2);
    expect(s.sent('conversation.open')).toHaveLength(1);
    expect(s.sent('conversation.leave')).toHaveLength(1);
  });

  test('presence is what the server confirmed', async () => {
    const setting = s.client.setPresence('away');
    expect(s.client.presence.value).toBe('available');
    await setting;
    expect(s.client.presence.value).toBe('away');
  });

  test('destroyed: nothing is left running', async () => {
    s.client.open(ID);
    await s.time.pass();
    s.client.destroy();
    await s.time.pass(60_000);
    expect(s.time.waiting()).toBe(0);
    expect(s.tickets).toHaveLength(1);
  });
});
