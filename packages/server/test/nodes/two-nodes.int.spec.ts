import {
  AGENT_COMMAND,
  type ConversationId,
  type LogEvent,
  NOTICE,
  type Notices,
  VISITOR_COMMAND,
} from '@baton/shared-types';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { CONVERSATIONS, type Conversations } from '../../src/conversations/index.js';
import { isExtraction, modelEnvironment, NO_FACTS } from '../chat.js';
import { type ModelEndpoint, startModelEndpoint } from '../model-endpoint.js';
import { hasRedis, type RedisServer, startRedis } from '../redis-server.js';
import { createWorld, type TestAgent, type TestVisitor, type World } from '../world.js';
import { type Balancer, startRoundRobin } from './round-robin.js';

const send = (visitor: TestVisitor, text: string, clientId: string = crypto.randomUUID()) =>
  visitor.ask(VISITOR_COMMAND.sendMessage, { clientId, text, kind: 'text' });

async function begin(visitor: TestVisitor, text = 'hello there'): Promise<ConversationId> {
  const sent = await send(visitor, text);
  if (!sent.ok) throw new Error(sent.error.code);
  return sent.value.conversationId;
}

describe.each(['PostgreSQL alone', 'Redis'])('two nodes, through %s', (through) => {
  let world: World;
  let second: string;
  let endpoint: ModelEndpoint;
  let balancer: Balancer;
  let redis: RedisServer | null = null;
  const skipped = through === 'Redis' && !hasRedis();

  beforeAll(async () => {
    if (skipped) return;
    endpoint = await startModelEndpoint();
    redis = through === 'Redis' ? await startRedis() : null;
    world = await createWorld(inject('postgresUrl'), {
      ...modelEnvironment(endpoint.url),
      ...(redis ? { REDIS_URL: redis.url } : {}),
      MODEL_FIRST_TOKEN_MS: '8000',
      MODEL_IDLE_MS: '8000',
      MODEL_TOTAL_MS: '20000',
      LOG_LEVEL: 'silent',
    });
    second = (await world.addNode()).url;
    balancer = await startRoundRobin([world.url, second]);
    endpoint.behave((body) =>
      isExtraction(body)
        ? { name: 'speak', pieces: [NO_FACTS] }
        : { name: 'speak', pieces: ['Lovely to meet you. ', 'Happy to help. '], gapMs: 150 },
    );
  });
  afterAll(async () => {
    await balancer?.stop();
    await world?.stop();
    await endpoint?.stop();
    await redis?.stop();
  });

  it.skipIf(skipped)(
    'an agent on one node hears what a visitor on the other does: inbox, log, typing, stream',
    async () => {
      const agent = await world.agentOf(await world.signIn('tidewater', 'agent'), second);
      await agent.ask(AGENT_COMMAND.openConsole, {});
      const visitor = await world.visitor('tidewater');
      const conversationId = await begin(visitor);
      await agent.notice(NOTICE.inboxChanged, ({ rows }) =>
        rows.some((row) => row.conversationId === conversationId),
      );
      await agent.ask(AGENT_COMMAND.openConversation, { conversationId });
      await send(visitor, 'are you there?');
      await agent.notice(NOTICE.logAppended, ({ events }) =>
        events.some((event) => event.type === 'message.sent' && event.data.text === 'are you there?'),
      );
      await visitor.ask(VISITOR_COMMAND.setTyping, { on: true });
      await agent.notice(NOTICE.typingChanged, ({ who, on }) => who === 'visitor' && on);
      const { messageId } = await agent.notice(NOTICE.streamDelta, ({ text }) => text.length > 0);
      await agent.notice(NOTICE.streamEnd, (end) => end.messageId === messageId);
    },
  );

  it.skipIf(skipped)('what the agent says on one node, and that they type, reaches the other', async () => {
    const agent = await world.agentOf(await world.signIn('tidewater', 'agent'), second);
    const visitor = await world.visitor('tidewater');
    const conversationId = await begin(visitor);
    await agent.ask(AGENT_COMMAND.takeOver, { conversationId, clientId: crypto.randomUUID() });
    await agent.ask(AGENT_COMMAND.setTyping, { conversationId, on: true });
    await visitor.notice(NOTICE.typingChanged, ({ who, on }) => who === 'agent' && on);
    await agent.ask(AGENT_COMMAND.sendMessage, {
      conversationId,
      clientId: crypto.randomUUID(),
      text: 'a person here',
    });
    await visitor.notice(NOTICE.logAppended, ({ events }) =>
      events.some((event) => event.type === 'message.sent' && event.data.text === 'a person here'),
    );
  });

  it.skipIf(skipped)('agents on one node see that a colleague on the other comes and pauses', async () => {
    const here = await world.agentOf(await world.signIn('tidewater', 'admin'));
    const there = await world.agentOf(await world.signIn('tidewater', 'agent'), second);
    const opened = await there.ask(AGENT_COMMAND.openConsole, {});
    const id = opened.ok ? opened.value.agent.id : null;
    for (const state of ['available', 'away'] as const) {
      await there.ask(AGENT_COMMAND.setPresence, { state });
      await here.notice(
        NOTICE.presenceChanged,
        ({ colleague }) => colleague.id === id && colleague.state === state,
      );
    }
    here.close();
    there.close();
  });

  it.skipIf(skipped)('agents see who else has the conversation open, on whichever node', async () => {
    const conversationId = await begin(await world.visitor('tidewater'));
    const here = await world.agentOf(await world.signIn('tidewater', 'admin'));
    const there = await world.agentOf(await world.signIn('tidewater', 'agent'), second);
    const seenBy = (agent: TestAgent, count: number) =>
      agent.notice(
        NOTICE.viewersChanged,
        (notice) => notice.conversationId === conversationId && notice.viewers.length === count,
      );
    await here.ask(AGENT_COMMAND.openConversation, { conversationId });
    await there.ask(AGENT_COMMAND.openConversation, { conversationId });
    await Promise.all([seenBy(here, 2), seenBy(there, 2)]);
    const left = new Promise<number>((resolve) => {
      here.socket.on(NOTICE.viewersChanged, ({ viewers }: Notices['viewers.changed']) =>
        resolve(viewers.length),
      );
    });
    there.close();
    expect(await left).toBe(1);
    here.close();
  });

  it.skipIf(skipped)('who waits hears their place, also when it moves on the other node', async () => {
    await world.sql("UPDATE agent SET presence = 'offline' WHERE workspace_id = $1", [
      world.workspaces.tidewater,
    ]);
    const visitor = await world.visitor('tidewater');
    const payload = { clientId: crypto.randomUUID(), text: 'Talk to a person', kind: 'human_request' };
    const sent = await visitor.ask(VISITOR_COMMAND.sendMessage, payload);
    const conversationId = sent.ok ? sent.value.conversationId : ('' as never);
    const told = await visitor.notice(NOTICE.queueChanged, ({ place }) => place?.promisedBy != null);
    expect(told).toMatchObject({ conversationId, place: { position: null, peopleThere: 0 } });
    const again = await world.visitor('tidewater', { token: visitor.session.token, via: second });
    expect(again.session.place).toMatchObject({ promisedBy: told.place?.promisedBy });
    const agent = await world.agentOf(await world.signIn('tidewater', 'agent'), second);
    await agent.ask(AGENT_COMMAND.takeOver, { conversationId, clientId: crypto.randomUUID() });
    await visitor.notice(NOTICE.queueChanged, ({ place }) => place === null);
    agent.close();
  });

  it.skipIf(skipped)('a lead that qualifies on one node is briefed to the agent on the other', async () => {
    const agent = await world.agentOf(await world.signIn('tidewater', 'agent'), second);
    let told = 0;
    agent.socket.on(NOTICE.briefingReady, () => (told += 1));
    await agent.ask(AGENT_COMMAND.openConsole, {});
    await agent.ask(AGENT_COMMAND.setPresence, { state: 'available' });
    const visitor = await world.visitor('tidewater');
    const payload = { clientId: crypto.randomUUID(), text: 'Talk to a person', kind: 'human_request' };
    const sent = await visitor.ask(VISITOR_COMMAND.sendMessage, payload);
    const { bundle } = await agent.notice(
      NOTICE.briefingReady,
      (told) => sent.ok && told.bundle.conversationId === sent.value.conversationId,
    );
    expect(bundle.slots.length).toBeGreaterThan(0);
    // The feed of the inbox finds the offer in its row, too: it is told once.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(told).toBe(1);
    await agent.ask(AGENT_COMMAND.setPresence, { state: 'offline' });
    agent.close();
  });

  it.skipIf(skipped)('a conversation begun in one tab is followed by the tab on the other node', async () => {
    const here = await world.visitor('tidewater');
    const there = await world.visitor('tidewater', { token: here.session.token, via: second });
    const conversationId = await begin(here, 'from the first tab');
    await there.notice(NOTICE.logAppended, (batch) => batch.conversationId === conversationId);
    // Streams go to whoever follows the conversation.
    await there.notice(NOTICE.streamDelta);
    const read = await there.ask(VISITOR_COMMAND.readLog, { after: 0 });
    expect(read.ok && read.value.batch?.conversationId).toBe(conversationId);
  });

  it.skipIf(skipped)(
    'A31: signing out on one node ends the socket on the other, which hears nothing more',
    async () => {
      const cookie = await world.signIn('tidewater', 'agent');
      const agent = await world.agentOf(cookie, second);
      await agent.ask(AGENT_COMMAND.openConsole, {});
      const startedAt = performance.now();
      expect((await world.http('DELETE', '/api/session', { cookie })).status).toBe(204);
      await agent.notice(NOTICE.sessionEnded, ({ retry }) => !retry);
      console.log(`A31: signed out there ${Math.round(performance.now() - startedAt)} ms after it was here`);
      await expect.poll(() => agent.socket.connected).toBe(false);
    },
  );

  it.skipIf(skipped)(
    'behind a balancer without sticky sessions every visit lands anywhere and resumes',
    async () => {
      const visitors = await Promise.all(
        Array.from({ length: 6 }, () => world.visitor('tidewater', { via: balancer.url })),
      );
      const conversations = world.server.app.get<Conversations>(CONVERSATIONS, { strict: false });
      await Promise.all(
        visitors.map(async (first, n) => {
          const { token } = first.session;
          let conversationId: ConversationId | null = null;
          const seqs: number[] = [];
          for (let visit = 0; visit < 5; visit += 1) {
            const visitor =
              visit === 0 ? first : await world.visitor('tidewater', { token, via: balancer.url });
            const clientId = `visit-${n}-${visit}-0`;
            const sent = await send(visitor, `visit ${visit}`, clientId);
            // The answer got lost: the next visit sends it again, probably to the other node.
            visitor.close();
            const again = await world.visitor('tidewater', { token, via: balancer.url });
            expect(await send(again, `visit ${visit}`, clientId)).toEqual(sent);
            if (!sent.ok) throw new Error(sent.error.code);
            conversationId ??= sent.value.conversationId;
            expect(sent.value.conversationId).toBe(conversationId);
            seqs.push(sent.value.seq);
            const read = await again.ask(VISITOR_COMMAND.readLog, { after: 0 });
            const own = (read.ok ? (read.value.batch?.events ?? []) : []).filter(
              (event: LogEvent) => event.type === 'message.sent' && event.actor.kind === 'visitor',
            );
            expect(own.map(({ seq }) => seq)).toEqual(seqs);
            again.close();
          }
          const log = await conversations.readLog(
            world.workspaces.tidewater,
            conversationId ?? ('' as never),
          );
          expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
        }),
      );
      expect(Math.min(...balancer.counts)).toBeGreaterThan(10);
    },
  );
});

describe('hints that are lost', () => {
  let world: World;
  let second: string;
  beforeAll(async () => {
    world = await createWorld(inject('postgresUrl'), { LOG_LEVEL: 'silent' });
    second = (await world.addNode()).url;
  });
  afterAll(() => world?.stop());

  it('F11: whoever missed one while the bus was cut is told the head of the log and the inbox row', {
    timeout: 60_000,
  }, async () => {
    const agent = await world.agentOf(await world.signIn('tidewater', 'agent'), second);
    await agent.ask(AGENT_COMMAND.openConsole, {});
    const visitor = await world.visitor('tidewater');
    const conversationId = await begin(visitor);
    await agent.ask(AGENT_COMMAND.openConversation, { conversationId });
    const head = async () => {
      const read = await agent.ask(AGENT_COMMAND.readLog, { conversationId, after: 0 });
      return read.ok ? (read.value.batch?.to ?? 0) : 0;
    };
    await expect.poll(head, { timeout: 10_000 }).toBeGreaterThan(2);
    await world.sql(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'baton notifications'`,
    );
    await send(visitor, 'said while nobody could be told');
    const seen = await head();
    await agent.notice(NOTICE.logHead, (told) => told.conversationId === conversationId && told.head >= seen);
    // Where the hint itself was lost, only looking back every fifteen seconds finds the row.
    await agent.notice(
      NOTICE.inboxChanged,
      ({ rows }) => rows.some((row) => row.conversationId === conversationId && row.head >= seen),
      20_000,
    );
  });

  it('A31: a session whose end nobody was told of is noticed by asking', async () => {
    const cookie = await world.signIn('alpenrad', 'agent');
    const agent = await world.agentOf(cookie, second);
    await agent.ask(AGENT_COMMAND.openConsole, {});
    const startedAt = performance.now();
    await world.sql('UPDATE agent_session SET revoked_at = now() WHERE workspace_id = $1', [
      world.workspaces.alpenrad,
    ]);
    await agent.notice(NOTICE.sessionEnded, ({ retry }) => !retry);
    console.log(`A31: noticed by asking after ${Math.round(performance.now() - startedAt)} ms`);
  });
});
