import { AGENT_COMMAND, NOTICE } from '@baton/shared-types';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Chat, chatIn, spokenAfter, typesOf, until } from '../../test/chat.js';
import { DEFAULT_PLAYBOOK } from '../../test/play-visitor.js';
import { createWorld, type TestAgent, type World } from '../../test/world.js';
import { Playbooks } from '../qualification/index.js';

let world: World;
beforeAll(async () => {
  world = await createWorld(inject('postgresUrl'));
  // Without routing everybody is asked at once, as before there was any.
  const hurried = withoutRouting(DEFAULT_PLAYBOOK).replace('deadlineSeconds: 60', 'deadlineSeconds: 5');
  await world.server.app.get(Playbooks, { strict: false }).publish(world.workspaces.tidewater, hurried, null);
});
afterAll(() => world?.stop());

const withoutRouting = (yaml: string) => yaml.replace(/^routing:\n(?:[ ].*\n|\n)*/m, '');
const act = (chat: Chat) => ({ conversationId: chat.id(), clientId: crypto.randomUUID() });
const available = (agent: TestAgent) => agent.ask(AGENT_COMMAND.setPresence, { state: 'available' });
const nobodyAvailable = () => world.sql("UPDATE agent SET presence = 'offline'");

async function after(chat: Chat, type: string, times = 1): Promise<void> {
  await until(async () => (count(typesOf(await chat.log()), type) >= times ? true : null));
}

const count = (types: readonly string[], type: string) => types.filter((each) => each === type).length;

async function callPerson(chat: Chat): Promise<void> {
  await chat.send('Talk to a person', 'human_request');
  await until(async () => spokenAfter(await chat.log(), 0));
}

const statesOf = async (chat: Chat) =>
  (
    await world.sql<{ state: string }>(
      'SELECT state FROM handoff WHERE conversation_id = $1 ORDER BY requested_seq',
      [chat.id()],
    )
  ).map(({ state }) => state);

describe('the queue', () => {
  it('keeps no call waiting beside the one that a visitor made anew', async () => {
    await nobodyAvailable();
    const chat = await chatIn(world);
    await callPerson(chat);
    await after(chat, 'handoff.expired');
    await callPerson(chat);
    await after(chat, 'handoff.requested', 2);
    const agent = await world.agent('tidewater');
    expect((await agent.ask(AGENT_COMMAND.takeOver, act(chat))).ok).toBe(true);
    expect(await statesOf(chat)).toEqual(['closed', 'live']);
  });

  it('offers what waits to somebody who comes back, still available by their own word', async () => {
    await nobodyAvailable();
    const early = await world.agent('tidewater');
    await available(early);
    early.close();
    await world.sql("UPDATE agent SET last_seen_at = now() - interval '1 hour'");
    const chat = await chatIn(world);
    await callPerson(chat);
    await after(chat, 'handoff.expired');
    const late = await world.agent('tidewater');
    await after(chat, 'handoff.offered');
    late.close();
  });
});

describe('an offer', () => {
  it('that was extended to a second person runs out once, and the visitor is told once', async () => {
    await nobodyAvailable();
    const [first, second] = [await world.agent('tidewater'), await world.agent('tidewater', 'admin')];
    await available(first);
    const chat = await chatIn(world);
    await callPerson(chat);
    await after(chat, 'handoff.offered');
    await available(second);
    await after(chat, 'handoff.offered', 2);
    await after(chat, 'handoff.expired');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(count(typesOf(await chat.log()), 'handoff.expired')).toBe(1);
    first.close();
    second.close();
  });

  it('that everybody declines in the same moment ends once; a repeated no is no error', async () => {
    await nobodyAvailable();
    const agents = [await world.agent('tidewater'), await world.agent('tidewater', 'admin')];
    await Promise.all(agents.map(available));
    const chat = await chatIn(world);
    await callPerson(chat);
    await after(chat, 'handoff.offered');
    const noes = agents.map((agent) => ({ agent, no: act(chat) }));
    const decline = () =>
      Promise.all(noes.map(({ agent, no }) => agent.ask(AGENT_COMMAND.declineHandoff, no)));
    expect((await decline()).map(({ ok }) => ok)).toEqual([true, true]);
    await after(chat, 'handoff.expired');
    expect((await decline()).map(({ ok }) => ok)).toEqual([true, true]);
    const types = typesOf(await chat.log());
    expect([count(types, 'handoff.declined'), count(types, 'handoff.expired')]).toEqual([2, 1]);
    for (const agent of agents) agent.close();
  });

  it('that everybody declines before the assistant has spoken is not forgotten', async () => {
    await nobodyAvailable();
    const agent = await world.agent('tidewater');
    await available(agent);
    await world.sql('UPDATE site SET automation_paused = true');
    try {
      const chat = await chatIn(world);
      await chat.send('Talk to a person', 'human_request');
      await after(chat, 'handoff.offered');
      expect((await agent.ask(AGENT_COMMAND.declineHandoff, act(chat))).ok).toBe(true);
      await after(chat, 'handoff.expired');
    } finally {
      await world.sql('UPDATE site SET automation_paused = false');
      agent.close();
    }
  });
});

describe('an agent', () => {
  it('who gives the chat back leaves the visitor’s open line to the assistant', async () => {
    const chat = await chatIn(world);
    await chat.say('Hello');
    const agent = await world.agent('tidewater');
    await agent.ask(AGENT_COMMAND.takeOver, act(chat));
    await chat.send('what does it cost?');
    const before = (await chat.log()).length;
    expect((await agent.ask(AGENT_COMMAND.returnToAssistant, act(chat))).ok).toBe(true);
    await until(async () => spokenAfter(await chat.log(), before));
  });

  it('A31: who has signed out hears nothing more, though the socket asks for nothing', async () => {
    const cookie = await world.signIn('tidewater', 'agent');
    const agent = await world.agentOf(cookie);
    expect((await world.http('DELETE', '/api/session', { cookie })).status).toBe(204);
    await agent.notice(NOTICE.sessionEnded);
    await until(async () => (agent.socket.connected ? null : true));
  });
});
