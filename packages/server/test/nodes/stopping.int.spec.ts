import { once } from 'node:events';
import { connect } from 'node:net';
import { createVisitorClient, socketTransport, type VisitorClient } from '@baton/client';
import { NAMESPACE, NOTICE, VISITOR_COMMAND } from '@baton/shared-types';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { CONVERSATIONS, type Conversations } from '../../src/conversations/index.js';
import { nodeEnvironment } from '../transports/node-environment.js';
import { createWorld, SITE_ORIGIN, type World } from '../world.js';
import { startRoundRobin } from './round-robin.js';

let world: World;
const clients: VisitorClient[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy();
  await world?.stop();
});

describe('a node that stops', () => {
  it('I24: what it has acknowledged is kept, it is not ready any more, and its clients are told to come back elsewhere', async () => {
    world = await createWorld(inject('postgresUrl'), { LOG_LEVEL: 'silent' });
    const visitor = await world.visitor('tidewater');
    const asked = Array.from({ length: 20 }, (_, n) =>
      visitor.ask(VISITOR_COMMAND.sendMessage, {
        clientId: `under-way-${n}`,
        text: `line ${n}`,
        kind: 'text',
      }),
    );
    const stopping = world.server.stop();
    const replies = await Promise.all(asked);
    await visitor.notice(NOTICE.sessionEnded, ({ retry, error }) => retry && error.code === 'unavailable');
    await stopping;
    const kept = await world.sql<{ client_id: string }>(
      `SELECT client_id FROM conversation_event WHERE client_id LIKE 'under-way-%'`,
    );
    const acknowledged = replies.flatMap((reply, n) => (reply.ok ? [`under-way-${n}`] : []));
    const refused = replies.flatMap((reply) => (reply.ok ? [] : [reply.error.code]));
    expect(kept.map((row) => row.client_id).toSorted()).toEqual(acknowledged.toSorted());
    expect(new Set(refused).size).toBeLessThanOrEqual(1);
    expect(acknowledged.length + refused.length).toBe(20);
    await expect(fetch(`${world.url}/health/ready`)).rejects.toThrow();
  });

  it('I24: whoever hangs on, with half a request or half a handshake, does not keep it from ending', async () => {
    world = await createWorld(inject('postgresUrl'), { LOG_LEVEL: 'silent' });
    const { port } = new URL(world.url);
    const hanging = ['', 'GET /health/ready HTTP/1.1\r\nHost: chat\r\n'].map((begun) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.write(begun));
      socket.on('error', () => undefined);
      return socket;
    });
    await Promise.all(hanging.map((socket) => once(socket, 'connect')));
    const startedAt = performance.now();
    await world.server.stop();
    // Without an end by itself this would wait for the client, for ever.
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    await expect.poll(() => hanging.every(({ closed }) => closed)).toBe(true);
  });

  it('F23: a rolling deploy with a migration, expanded before and contracted after, loses and doubles nothing', async () => {
    world = await createWorld(inject('postgresUrl'), { LOG_LEVEL: 'silent' });
    const urls = [world.url];
    const second = await world.addNode();
    urls.push(second.url);
    const balancer = await startRoundRobin(urls);
    const acknowledged: { readonly conversationId: string; readonly seq: number; readonly text: string }[] =
      [];
    for (let n = 0; n < 8; n += 1) {
      const client = createVisitorClient(
        { serverUrl: balancer.url, siteKey: 'demo-tidewater', environment: nodeEnvironment() },
        socketTransport(balancer.url, NAMESPACE.visitor, { origin: SITE_ORIGIN }),
      );
      clients.push(client);
      client.connect();
    }
    let sending = true;
    const chats = clients.map(async (client, n) => {
      for (let line = 0; sending || line < 10; line += 1) {
        const text = `visitor ${n}, line ${line}`;
        acknowledged.push({ ...(await client.send(text)), text });
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
    });
    await expect.poll(() => acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(20);
    // What the new release brings first: a column that the old one does not know, filled for both by its default.
    await world.sql(`ALTER TABLE conversation_event ADD COLUMN note text NOT NULL DEFAULT ''`);
    await world.sql('ALTER TABLE conversation ADD COLUMN note text');
    balancer.out.add(0);
    const startedAt = performance.now();
    await world.server.stop();
    console.log(`F23: the first node stopped within ${Math.round(performance.now() - startedAt)} ms`);
    const atStop = acknowledged.length;
    await expect.poll(() => acknowledged.length, { timeout: 30_000 }).toBeGreaterThan(atStop + 20);
    // When nobody of the old release is left, what only it needed goes.
    await world.sql('ALTER TABLE conversation DROP COLUMN note');
    await world.sql('ALTER TABLE conversation_event DROP COLUMN note');
    const atContraction = acknowledged.length;
    await expect.poll(() => acknowledged.length, { timeout: 30_000 }).toBeGreaterThan(atContraction + 10);
    sending = false;
    await Promise.all(chats);
    const conversations = second.app.get<Conversations>(CONVERSATIONS, { strict: false });
    for (const id of new Set(acknowledged.map(({ conversationId }) => conversationId))) {
      const log = await conversations.readLog(world.workspaces.tidewater, id as never);
      const said = log.flatMap((event) =>
        event.type === 'message.sent' && event.actor.kind === 'visitor' ? [[event.seq, event.data.text]] : [],
      );
      const promised = acknowledged
        .filter((each) => each.conversationId === id)
        .map(({ seq, text }) => [seq, text]);
      expect(said).toEqual(promised);
      expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
    }
    await balancer.stop();
  }, 120_000);
});
