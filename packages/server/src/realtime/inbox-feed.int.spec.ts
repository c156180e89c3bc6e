import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { createWorld, type TestAgent, type World } from '../../test/world.js';
import { ConversationBus } from '../conversations/index.js';
import { InboxFeed } from './inbox-feed.service.js';

let world: World;
let feed: InboxFeed;
beforeAll(async () => {
  world = await createWorld(inject('postgresUrl'));
  feed = world.server.app.get(InboxFeed, { strict: false });
});
afterAll(() => world?.stop());

async function visitorWrites(): Promise<string> {
  const visitor = await world.visitor('tidewater');
  const reply = await visitor.ask('message.send', { clientId: randomUUID(), text: 'Hello?', kind: 'text' });
  if (!reply.ok) throw new Error(reply.error.code);
  return reply.value.conversationId;
}

/** The conversations that the agent is told of from now on. */
function listen(agent: TestAgent): Set<string> {
  const told = new Set<string>();
  agent.socket.on('inbox.changed', ({ rows }: { rows: readonly { conversationId: string }[] }) => {
    for (const row of rows) told.add(row.conversationId);
  });
  return told;
}

describe('looking back at the inbox', () => {
  it('leaves alone what was heard of before anybody was here, and tells what was never heard of', async () => {
    const before = await visitorWrites();
    const bus = world.server.app.get(ConversationBus, { strict: false });
    const agent = await world.agent('tidewater');
    await agent.ask('console.open', {});
    const told = listen(agent);

    // A commit of which this node hears nothing, as when the hint of another node is lost.
    const deafness = vi.spyOn(bus, 'publish').mockReturnValue();
    const unheard = await visitorWrites();
    deafness.mockRestore();

    await feed.poll();
    await expect.poll(() => [...told], { timeout: 5_000 }).toContain(unheard);
    expect([...told]).not.toContain(before);
  });
});
