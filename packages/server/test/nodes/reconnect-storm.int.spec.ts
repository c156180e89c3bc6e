import { createVisitorClient, socketTransport, type VisitorClient } from '@baton/client';
import { type ConversationId, NAMESPACE } from '@baton/shared-types';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ASSISTANT, CONVERSATIONS, type Conversations, newEvent } from '../../src/conversations/index.js';
import { IDS, type Ids } from '../../src/kernel/ids.js';
import { nodeEnvironment } from '../transports/node-environment.js';
import { createWorld, SITE_ORIGIN, type World } from '../world.js';
import { type Balancer, startRoundRobin } from './round-robin.js';
import { type ServerProcess, startServerProcess } from './server-process.js';

/** A few in the gate; `VISITORS=5000` for the whole storm, which `npm run bench -- come-back` measures. */
const VISITORS = Number(process.env['VISITORS'] ?? 150);
const AT_ONCE = 25;
/** The longest back-off after so few attempts, and the work of answering everybody. */
const PATIENCE_MS = 60_000;

let world: World;
let first: ServerProcess;
let second: ServerProcess;
let balancer: Balancer;
const clients: VisitorClient[] = [];
beforeAll(async () => {
  world = await createWorld(inject('postgresUrl'), { LOG_LEVEL: 'silent' });
  [first, second] = await Promise.all([
    startServerProcess(world.databaseUrl),
    startServerProcess(world.databaseUrl),
  ]);
  balancer = await startRoundRobin([first.url, second.url]);
  balancer.out.add(1);
}, 120_000);
afterAll(async () => {
  for (const client of clients) client.destroy();
  await balancer?.stop();
  await Promise.all([first?.kill(), second?.kill()]);
  await world?.stop();
});

describe(`${VISITORS} visitors whose server dies`, () => {
  it('A24 F22: all of them come back, and nobody misses what was said meanwhile or sees it twice', {
    timeout: 300_000,
  }, async () => {
    for (let from = 0; from < VISITORS; from += AT_ONCE) await Promise.all(arrivals(AT_ONCE));
    const heard = () => clients.filter((client) => (client.view.peek()?.messages.length ?? 0) >= 2).length;
    await expect.poll(heard, { timeout: PATIENCE_MS }).toBe(clients.length);

    await first.kill();
    const isAway = (client: VisitorClient) => client.connection.peek().kind !== 'online';
    await expect.poll(() => clients.every(isAway), { timeout: PATIENCE_MS }).toBe(true);
    for (const client of clients) await sayMeanwhile(client.view.peek()?.conversationId);

    const startedAt = performance.now();
    balancer.out.add(0);
    balancer.out.delete(1);
    const back = () => clients.filter((client) => textsOf(client).includes(MEANWHILE)).length;
    await expect.poll(back, { timeout: PATIENCE_MS }).toBe(clients.length);
    console.log(`A24: ${VISITORS} were back after ${Math.round(performance.now() - startedAt)} ms`);
    expect(clients.filter(isAway)).toEqual([]);
    const conversations = world.server.app.get<Conversations>(CONVERSATIONS, { strict: false });
    for (const client of clients) {
      expect(textsOf(client).filter((text) => text === MEANWHILE)).toHaveLength(1);
      const id = client.view.peek()?.conversationId as ConversationId;
      const log = await conversations.readLog(world.workspaces.tidewater, id);
      const spoken = log.flatMap((event) => (event.type === 'message.sent' ? [event.data.text] : []));
      expect(textsOf(client)).toEqual(spoken);
    }
  });
});

const MEANWHILE = 'Sorry about the interruption.';

function arrivals(count: number): readonly Promise<unknown>[] {
  return Array.from({ length: count }, () => {
    const client = createVisitorClient(
      { serverUrl: balancer.url, siteKey: 'demo-tidewater', environment: nodeEnvironment() },
      socketTransport(balancer.url, NAMESPACE.visitor, { origin: SITE_ORIGIN }),
    );
    clients.push(client);
    client.connect();
    return client.send('Good morning');
  });
}

function textsOf(client: VisitorClient): readonly string[] {
  return client.view.peek()?.messages.map(({ text }) => text) ?? [];
}

/** Written by the node that is still there, into a conversation whose visitor is away. */
async function sayMeanwhile(conversationId: ConversationId | undefined): Promise<void> {
  const { app } = world.server;
  if (!conversationId) throw new Error('a visitor has no conversation');
  const message = newEvent('message.sent', ASSISTANT, {
    messageId: app.get<Ids>(IDS, { strict: false }).next('msg'),
    text: MEANWHILE,
    kind: 'text',
    origin: 'template',
    asks: null,
    quickReplies: [],
    citations: [],
    interrupted: false,
    turnId: null,
  });
  await app.get<Conversations>(CONVERSATIONS, { strict: false }).append({
    workspaceId: world.workspaces.tidewater,
    conversationId,
    epoch: null,
    decide: () => [message],
  });
}
