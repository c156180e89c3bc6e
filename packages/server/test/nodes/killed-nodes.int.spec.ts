import { setTimeout as sleep } from 'node:timers/promises';
import {
  AGENT_COMMAND,
  type Bundle,
  type ConversationId,
  NOTICE,
  type SessionOpened,
  VISITOR_COMMAND,
} from '@baton/shared-types';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { Playbooks } from '../../src/qualification/index.js';
import { DEFAULT_PLAYBOOK } from '../play-visitor.js';
import { createWorld, type TestAgent, type TestVisitor, type World } from '../world.js';
import { howItEnded, type StoredEvent } from './how-it-ended.js';
import { type ServerProcess, startServerProcess } from './server-process.js';
import { type Employee, hireAgents } from './workforce.js';

/** 500 with `KILLED_HANDOFFS=500`; the gate plays a few. */
const HANDOFFS = Number(process.env['KILLED_HANDOFFS'] ?? 10);
const AGENTS = 10;
const AT_ONCE = 12;
/** A node dies that long after the one before is back, at the earliest. */
const KILL_EVERY_MS = 5_000;
/** How long the last ones may take: a climb, a lost agent's grace and its sweep, and a node's start. */
const REST_MS = 180_000;
/** The same ladder as the default playbook, in a hurry. */
const HURRIED = DEFAULT_PLAYBOOK.replace(/rung: (\w+), seconds: \d+/g, 'rung: $1, seconds: 5').replace(
  'firstReplySeconds: 120',
  'firstReplySeconds: 10',
);

let world: World;
const nodes: (ServerProcess | null)[] = [null, null];
let hired: readonly Employee[] = [];
let isOver = false;
let killed = 0;

beforeAll(async () => {
  world = await createWorld(inject('postgresUrl'), { LOG_LEVEL: 'silent' });
  const playbooks = world.server.app.get(Playbooks, { strict: false });
  await playbooks.publish(world.workspaces.tidewater, HURRIED, null);
  hired = await hireAgents(world, AGENTS);
  // It has made the workspace; from here on there are only processes that can be killed.
  await world.server.stop();
  await Promise.all([start(0), start(1)]);
}, 240_000);
afterAll(async () => {
  isOver = true;
  await Promise.all(nodes.map((node) => node?.kill()));
  await world?.stop();
});

async function start(index: number): Promise<void> {
  nodes[index] = await startServerProcess(world.databaseUrl, { LOG_LEVEL: 'fatal' });
}

/** Now one, now the other, and every third time both at once: then nobody is there to notice. */
async function killNodes(): Promise<void> {
  for (let round = 0; !isOver; round += 1) {
    await sleep(KILL_EVERY_MS + Math.random() * 3_000);
    if (isOver) return;
    const victims = round % 3 === 2 ? [0, 1] : [round % 2];
    for (const index of victims) {
      await nodes[index]?.kill();
      nodes[index] = null;
      killed += 1;
    }
    await Promise.all(victims.map(start));
  }
}

async function aliveNode(): Promise<ServerProcess> {
  for (;;) {
    const alive = nodes.filter((node) => node !== null);
    const one = alive[Math.floor(Math.random() * alive.length)];
    if (one) return one;
    await sleep(100);
  }
}

/** Does it on some node, as often as it takes. */
async function persist<T>(act: (url: string) => Promise<T>): Promise<T> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    try {
      return await act((await aliveNode()).url);
    } catch {
      await sleep(200);
    }
  }
  throw new Error('no node answered');
}

/** Somebody who takes, refuses, ignores, takes and falls silent, or vanishes. */
async function work({ cookie }: Employee): Promise<void> {
  while (!isOver) {
    const agent = await persist((url) => world.agentOf(cookie, url)).catch(() => null);
    if (!agent) return;
    const gone = new Promise<void>((resolve) => agent.socket.once('disconnect', () => resolve()));
    agent.socket.on(NOTICE.briefingReady, ({ bundle }: { readonly bundle: Bundle }) => {
      void answerOffer(agent, bundle.conversationId).catch(() => undefined);
    });
    await agent.ask(AGENT_COMMAND.setPresence, { state: 'available' }).catch(() => undefined);
    while (!isOver && agent.socket.connected) await Promise.race([gone, sleep(500)]);
    agent.close();
    await sleep(Math.random() * 2_000);
  }
}

async function answerOffer(agent: TestAgent, conversationId: ConversationId): Promise<void> {
  const act = () => ({ conversationId, clientId: crypto.randomUUID() });
  await sleep(Math.random() * 800);
  const mood = Math.random();
  if (mood < 0.2) return;
  if (mood < 0.4) {
    await agent.ask(AGENT_COMMAND.declineHandoff, { ...act(), reason: 'Not now' });
    return;
  }
  const accepted = await agent.ask(AGENT_COMMAND.acceptHandoff, act());
  if (!accepted.ok || mood < 0.55) return;
  if (mood < 0.62) {
    agent.close();
    return;
  }
  await agent.ask(AGENT_COMMAND.sendMessage, { ...act(), text: 'Hello, how can I help?' });
  if (mood < 0.9) await agent.ask(AGENT_COMMAND.closeConversation, act());
}

/** A visitor who asks for a person and sends the same line again until it is acknowledged. */
async function callForPerson(): Promise<ConversationId> {
  let session: SessionOpened | null = null;
  return persist(async (url) => {
    const visitor: TestVisitor = await world.visitor('tidewater', {
      via: url,
      ...(session ? { token: session.token } : {}),
    });
    try {
      session = visitor.session;
      const payload = { clientId: 'the-only-line', text: 'Talk to a person', kind: 'human_request' };
      const sent = await visitor.ask(VISITOR_COMMAND.sendMessage, payload);
      if (!sent.ok) throw new Error(sent.error.code);
      return sent.value.conversationId;
    } finally {
      visitor.close();
    }
  });
}

const logOf = (id: ConversationId) =>
  world.sql<StoredEvent>(
    'SELECT seq, type, at, actor, data FROM conversation_event WHERE conversation_id = $1 ORDER BY seq',
    [id],
  );

describe(`${HANDOFFS} handoffs in real time while server processes are killed`, () => {
  it('each end with an owner or a captured contact, and none waits without a deadline', {
    timeout: HANDOFFS * 3_000 + REST_MS + 120_000,
  }, async () => {
    const working = hired.map(work);
    const killing = killNodes();
    const called: ConversationId[] = [];
    let next = 0;
    const lane = async () => {
      for (let n = next++; n < HANDOFFS; n = next++) {
        called.push(await callForPerson());
        await sleep(Math.random() * 6_000);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    const ends = async () => Promise.all(called.map(async (id) => ({ id, ...howItEnded(await logOf(id)) })));
    for (let patience = REST_MS; patience > 0; patience -= 2_000) {
      if ((await ends()).every(({ end }) => end !== 'waits')) break;
      await sleep(2_000);
    }
    isOver = true;
    await Promise.all([killing, ...working]);
    const all = await ends();
    const share = (which: string) => all.filter(({ end }) => end === which).length;
    const late = Math.max(...all.map(({ latestMs }) => latestMs));
    console.log(
      `${all.length} handoffs, ${killed} processes killed: ${share('owner')} with an owner, ${share('contact')} with a promised time; the latest step came ${Math.round(late / 100) / 10} s after its deadline`,
    );
    expect(all.filter(({ end }) => end === 'waits')).toEqual([]);
    expect(all.filter(({ withoutDeadline }) => withoutDeadline.length > 0)).toEqual([]);
    expect(all.filter(({ doubled }) => doubled)).toEqual([]);
    expect(killed).toBeGreaterThan(0);
  });
});
