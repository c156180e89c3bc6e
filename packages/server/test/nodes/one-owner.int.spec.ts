import { AGENT_COMMAND } from '@baton/shared-types';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Chat, chatIn, until } from '../chat.js';
import { createWorld, type TestAgent, type World } from '../world.js';
import { type ServerProcess, startServerProcess } from './server-process.js';
import { hireAgents } from './workforce.js';

/** 200 with `HANDOFF_ROUNDS=200`; the gate plays a few. */
const ROUNDS = Number(process.env['HANDOFF_ROUNDS'] ?? 3);
const AGENTS = Number(process.env['HANDOFF_AGENTS'] ?? 50);

let world: World;
let nodes: readonly ServerProcess[] = [];
let agents: readonly TestAgent[] = [];
beforeAll(async () => {
  world = await createWorld(inject('postgresUrl'));
  const { databaseUrl } = world;
  nodes = await Promise.all([startServerProcess(databaseUrl), startServerProcess(databaseUrl)]);
  const hired = await hireAgents(world, AGENTS);
  const joined: TestAgent[] = [];
  for (const [n, { cookie }] of hired.entries()) joined.push(await world.agentOf(cookie, nodes[n % 2]?.url));
  agents = joined;
}, 300_000);
afterAll(async () => {
  await Promise.all(nodes.map((node) => node.kill()));
  await world?.stop();
});

async function offered(chat: Chat): Promise<void> {
  await chat.send('Talk to a person', 'human_request');
  await until(async () => ((await chat.log()).some(({ type }) => type === 'handoff.offered') ? true : null));
}

describe(`A65: ${AGENTS} agents in two server processes accept one offer at once`, () => {
  it(`exactly one owns it, ${ROUNDS} times, and the others learn who`, {
    timeout: ROUNDS * 20_000 + 30_000,
  }, async () => {
    const won = [0, 0];
    for (let round = 0; round < ROUNDS; round += 1) {
      const chat = await chatIn(world, nodes[round % 2]?.url);
      await offered(chat);
      const act = () => ({ conversationId: chat.id(), clientId: crypto.randomUUID() });
      const replies = await Promise.all(agents.map((agent) => agent.ask(AGENT_COMMAND.acceptHandoff, act())));
      expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
      for (const reply of replies) if (!reply.ok) expect(reply.error.code).toBe('handoff_taken');
      const log = await chat.log();
      const owners = log.filter(
        (event) => event.type === 'owner.changed' && event.data.owner.kind === 'agent',
      );
      expect(owners).toHaveLength(1);
      const index = replies.findIndex(({ ok }) => ok);
      won[index % 2] = (won[index % 2] ?? 0) + 1;
      expect((await agents[index]?.ask(AGENT_COMMAND.closeConversation, act()))?.ok).toBe(true);
      chat.visitor.close();
    }
    console.log(
      `${ROUNDS} offers, ${AGENTS} agents each: one owner each time; by process ${won.join(' and ')}`,
    );
  });
});
