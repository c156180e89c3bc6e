import { AGENT_COMMAND } from '@baton/shared-types';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Chat, chatIn, until } from '../../test/chat.js';
import { createWorld, type TestAgent, type World } from '../../test/world.js';
import { AgentSessions } from '../identity/index.js';

/** 200 with `HANDOFF_ROUNDS=200`; the gate plays a few. */
const ROUNDS = Number(process.env['HANDOFF_ROUNDS'] ?? 3);
const AGENTS = Number(process.env['HANDOFF_AGENTS'] ?? 50);

let world: World;
let agents: readonly TestAgent[] = [];
beforeAll(async () => {
  world = await createWorld(inject('postgresUrl'));
  const other = await world.addNode();
  const sessions = world.server.app.get(AgentSessions, { strict: false });
  const workspaceId = world.workspaces.tidewater;
  const joined: TestAgent[] = [];
  for (let n = 0; n < AGENTS; n += 1) {
    const id = `agt_${String(n).padStart(26, '0')}`;
    await world.sql(
      `INSERT INTO agent (workspace_id, id, name, email, role, presence) VALUES ($1, $2, $3, $4, 'agent', 'available')`,
      [workspaceId, id, `Agent ${n}`, `agent${n}@example.com`],
    );
    const token = await sessions.createLink(workspaceId, id as never);
    const response = await world.http('POST', '/api/session/link', { body: { token } });
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    joined.push(await world.agentOf(cookie, n % 2 === 0 ? world.url : other.url));
  }
  agents = joined;
}, 300_000);
afterAll(() => world?.stop());

async function offered(chat: Chat): Promise<void> {
  await chat.send('Talk to a person', 'human_request');
  await until(async () => ((await chat.log()).some(({ type }) => type === 'handoff.offered') ? true : null));
}

describe(`A65: ${AGENTS} agents on two nodes accept one offer at once`, () => {
  it(`exactly one owns it, ${ROUNDS} times, and the others learn who`, {
    timeout: ROUNDS * 20_000 + 30_000,
  }, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const chat = await chatIn(world);
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
      const winner = agents[replies.findIndex(({ ok }) => ok)];
      expect((await winner?.ask(AGENT_COMMAND.closeConversation, act()))?.ok).toBe(true);
    }
  });
});
