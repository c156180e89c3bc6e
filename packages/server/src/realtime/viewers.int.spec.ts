import { randomUUID } from 'node:crypto';
import { AGENT_COMMAND, type AgentId, NOTICE } from '@baton/shared-types';
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest';
import { createWorld, type World } from '../../test/world.js';
import { CLOCK } from '../kernel/clock.js';
import { Viewers } from './viewers.service.js';

let world: World;
beforeAll(async () => {
  world = await createWorld(inject('postgresUrl'));
});
afterAll(() => world?.stop());

it('forgets who was looking on a node that has fallen silent', async () => {
  const visitor = await world.visitor('tidewater');
  const sent = await visitor.ask('message.send', { clientId: randomUUID(), text: 'Hello', kind: 'text' });
  if (!sent.ok) throw new Error(sent.error.code);
  const { conversationId } = sent.value;
  const agent = await world.agent('tidewater');
  await agent.ask(AGENT_COMMAND.openConversation, { conversationId });
  const viewers = world.server.app.get(Viewers, { strict: false });

  const other = { id: 'agt_elsewhere' as AgentId, name: 'Elsewhere' };
  viewers.hear({ kind: 'viewers', node: 'another', conversationId, viewers: [other] });
  await agent.notice(NOTICE.viewersChanged, (told) => told.viewers.some(({ id }) => id === other.id));

  const told = new Promise<readonly { readonly id: AgentId }[]>((resolve) =>
    agent.socket.on(NOTICE.viewersChanged, (notice) => resolve(notice.viewers)),
  );
  const clock = vi.spyOn(world.server.app.get(CLOCK, { strict: false }), 'now');
  clock.mockReturnValue(new Date(Date.now() + 60_000));
  viewers.repeat();
  clock.mockRestore();
  expect((await told).map(({ id }) => id)).not.toContain(other.id);
});
