import { setTimeout as sleep } from 'node:timers/promises';
import { AGENT_COMMAND, type LogEvent, NOTICE } from '@baton/shared-types';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { chatIn, isExtraction, modelEnvironment, NO_FACTS } from '../chat.js';
import { type ModelEndpoint, startModelEndpoint } from '../model-endpoint.js';
import { createWorld, type TestAgent, type World } from '../world.js';
import { type ServerProcess, startServerProcess } from './server-process.js';

/** 1,000 with `TAKEOVERS=1000`; the gate plays a few. */
const TAKEOVERS = Number(process.env['TAKEOVERS'] ?? 24);
const AT_ONCE = 24;
/** The least share that has to be cut off in mid-speech. A few on a busy machine may come late; of many, most must not. */
const MOSTLY = TAKEOVERS >= 1_000 ? 0.9 : 0.5;
/** As many as the output gate lets through. */
const WORDS = ['quiet', 'warm', 'plain', 'short', 'simple'];
const SENTENCES = WORDS.length;
const GAP_MS = 1_200;
/** One in so many is taken over at any moment at all: before a word, between two, or when all has been said. */
const ANYTIME = 16;

let world: World;
let endpoint: ModelEndpoint;
let nodes: readonly ServerProcess[] = [];
let agents: readonly TestAgent[] = [];
beforeAll(async () => {
  endpoint = await startModelEndpoint();
  const pieces = WORDS.map((word) => `Here is a ${word} thought. `);
  endpoint.behave((body) =>
    isExtraction(body) ? { name: 'speak', pieces: [NO_FACTS] } : { name: 'speak', pieces, gapMs: GAP_MS },
  );
  world = await createWorld(inject('postgresUrl'));
  const environment = {
    ...modelEnvironment(endpoint.url),
    MODEL_FIRST_TOKEN_MS: '15000',
    MODEL_IDLE_MS: '15000',
    MODEL_TOTAL_MS: '60000',
  };
  nodes = await Promise.all([0, 1].map(() => startServerProcess(world.databaseUrl, environment)));
  agents = await Promise.all(
    (['agent', 'admin'] as const).map(async (role, n) =>
      world.agentOf(await world.signIn('tidewater', role), nodes[n]?.url),
    ),
  );
  // A process reads its dictionaries with its first turn.
  for (const { url } of nodes) {
    const chat = await chatIn(world, url);
    await chat.send('Hello');
    for (let patience = 0; patience < 4; patience += 1)
      if (await chat.visitor.notice(NOTICE.streamDelta).catch(() => null)) break;
    chat.visitor.close();
  }
}, 240_000);
afterAll(async () => {
  await Promise.all(nodes.map((node) => node.kill()));
  await world?.stop();
  await endpoint?.stop();
});

interface TakenOver {
  /** The visitor had read a part of the reply, and the takeover cut it off there. */
  readonly wasStreaming: boolean;
  readonly spokenAfter: number;
}

const isSpoken = (event: LogEvent) => event.type === 'message.sent' && event.actor.kind === 'assistant';

/** A visitor asks through one node, an agent takes over through another. */
async function takeOver(n: number): Promise<TakenOver> {
  const chat = await chatIn(world, nodes[n % 2]?.url);
  let deltas = 0;
  chat.visitor.socket.on(NOTICE.streamDelta, () => (deltas += 1));
  await chat.send('Hello');
  const isAnytime = n % ANYTIME === 0;
  if (isAnytime) await sleep(Math.random() * SENTENCES * GAP_MS * 1.3);
  else {
    const until = 1 + Math.floor(Math.random() * (SENTENCES - 3));
    for (let patience = 0; deltas < until && patience < 1_500; patience += 1) await sleep(10);
    await sleep(Math.random() * GAP_MS * 0.5);
  }
  const before = deltas;
  const agent = agents[Math.floor(n / 2) % agents.length];
  const act = { conversationId: chat.id(), clientId: crypto.randomUUID() };
  const reply = await agent?.ask(AGENT_COMMAND.takeOver, act);
  if (!reply?.ok) throw new Error(reply?.error.code);
  // Whoever still spoke has all the time to finish.
  await sleep(SENTENCES * GAP_MS + 1_000);
  chat.visitor.close();
  const log = await chat.log();
  const owned = log.find((event) => event.type === 'owner.changed' && event.data.owner.kind === 'agent');
  if (!owned) throw new Error('nobody took over');
  const cut = log.filter((event) => event.type === 'message.sent' && event.data.interrupted);
  return {
    wasStreaming: before > 0 && cut.some(({ seq }) => seq < owned.seq),
    spokenAfter: log.filter((event) => isSpoken(event) && event.seq > owned.seq).length,
  };
}

describe(`I14: ${TAKEOVERS} takeovers at a random moment, through another process than the one that speaks`, () => {
  it('no assistant message follows any of them, and most cut a reply off', {
    timeout: TAKEOVERS * 3_000 + 60_000,
  }, async () => {
    const all: TakenOver[] = [];
    let next = 0;
    const lane = async () => {
      for (let n = next++; n < TAKEOVERS; n = next++) all.push(await takeOver(n));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    const streaming = all.filter(({ wasStreaming }) => wasStreaming).length;
    const after = all.reduce((sum, { spokenAfter }) => sum + spokenAfter, 0);
    console.log(`${all.length} takeovers, ${streaming} while a reply was streaming, ${after} messages after`);
    expect(all).toHaveLength(TAKEOVERS);
    expect(after).toBe(0);
    expect(streaming).toBeGreaterThanOrEqual(TAKEOVERS * MOSTLY);
  });
});
