import { AGENT_COMMAND, type LogEvent, type Reply, VISITOR_COMMAND } from '@baton/shared-types';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Chat, chatIn } from '../chat.js';
import { hireAgents } from '../nodes/workforce.js';
import { createWorld, type TestAgent, type World } from '../world.js';

const AGENTS = 6;

let world: World;
let agents: readonly TestAgent[];
let supervisor: TestAgent;
beforeAll(async () => {
  world = await createWorld(inject('postgresUrl'));
  const hired = await hireAgents(world, AGENTS);
  agents = await Promise.all(hired.map(({ cookie }) => world.agentOf(cookie)));
  supervisor = await world.agent('tidewater', 'admin');
});
afterAll(() => world?.stop());

const act = (chat: Chat) => ({ conversationId: chat.id(), clientId: crypto.randomUUID() });
const codesOf = (replies: readonly Reply<unknown>[]) =>
  replies.map((reply) => (reply.ok ? 'ok' : reply.error.code));
const count = (log: readonly LogEvent[], type: LogEvent['type']) =>
  log.filter((event) => event.type === type).length;

/** A conversation that the first agent owns. */
async function owned(): Promise<{ readonly chat: Chat; readonly owner: TestAgent }> {
  const chat = await chatIn(world);
  await chat.send('Hello');
  const [owner] = agents;
  if (!owner) throw new Error('nobody was hired');
  expect((await owner.ask(AGENT_COMMAND.takeOver, act(chat))).ok).toBe(true);
  return { chat, owner };
}

describe('A65: at the same moment', () => {
  it('the owner closes in one tab and gives back in another: one of both happens, and the other learns so', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { chat, owner } = await owned();
      const codes = codesOf(
        await Promise.all([
          owner.ask(AGENT_COMMAND.closeConversation, act(chat)),
          owner.ask(AGENT_COMMAND.returnToAssistant, act(chat)),
        ]),
      );
      const log = await chat.log();
      const isClosed = count(log, 'conversation.closed') === 1;
      // Closed first: nothing may follow. Given back first: the one who gave it back owns it no more.
      expect(codes).toEqual(isClosed ? ['ok', 'conversation_closed'] : ['not_owner', 'ok']);
      if (isClosed) expect(log.at(-1)?.type).toBe('conversation.closed');
      chat.visitor.close();
    }
  });

  it('two tabs of the owner and the visitor close: it ends once, and all are told the same', async () => {
    const { chat, owner } = await owned();
    const replies = await Promise.all([
      owner.ask(AGENT_COMMAND.closeConversation, act(chat)),
      owner.ask(AGENT_COMMAND.closeConversation, act(chat)),
      chat.visitor.ask(VISITOR_COMMAND.closeConversation, { clientId: crypto.randomUUID() }),
    ]);
    const log = await chat.log();
    expect(count(log, 'conversation.closed')).toBe(1);
    const end = log.find(({ type }) => type === 'conversation.closed');
    for (const reply of replies)
      expect(reply.ok ? reply.value.seq : reply.error.code).toBe(reply.ok ? end?.seq : 'conversation_closed');
    chat.visitor.close();
  });

  it('a supervisor takes over while the owner closes: one voice at most, and never a change after the end', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { chat, owner } = await owned();
      const reason = 'She called me';
      const [closed, taken] = codesOf(
        await Promise.all([
          owner.ask(AGENT_COMMAND.closeConversation, act(chat)),
          supervisor.ask(AGENT_COMMAND.bargeIn, { ...act(chat), reason }),
        ]),
      );
      const log = await chat.log();
      const end = log.findIndex(({ type }) => type === 'conversation.closed');
      if (taken === 'ok') expect([closed, end]).toEqual(['not_owner', -1]);
      else expect([closed, taken, end]).toEqual(['ok', 'conversation_closed', log.length - 1]);
      chat.visitor.close();
    }
  });

  it('six agents send a waiting lead to six places: each is recorded, and one call stands in the end', async () => {
    const admin = await world.signIn('tidewater', 'admin');
    const team = { name: 'Sales', choose: 'least_busy', hours: null };
    await world.http('PUT', '/api/teams/sales', { cookie: admin, body: team });
    const to = { kind: 'team', key: 'sales' };
    for (let round = 0; round < 10; round += 1) {
      const chat = await chatIn(world);
      await chat.send('Hello');
      const replies = await Promise.all(
        agents.map((agent, n) =>
          agent.ask(AGENT_COMMAND.reroute, { ...act(chat), to, reason: `reason ${n}` }),
        ),
      );
      expect(codesOf(replies)).toEqual(agents.map(() => 'ok'));
      const log = await chat.log();
      expect(count(log, 'override.recorded')).toBe(AGENTS);
      // The first one calls a person; the others send that same call on.
      expect(count(log, 'handoff.requested')).toBe(1);
      const standing = await world.sql(
        `SELECT id FROM handoff WHERE conversation_id = $1 AND state IN ('requested', 'offered', 'expired', 'live')`,
        [chat.id()],
      );
      expect(standing).toHaveLength(1);
      chat.visitor.close();
    }
  });
});
