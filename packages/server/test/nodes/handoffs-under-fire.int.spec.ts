import { setTimeout as sleep } from 'node:timers/promises';
import { type ConversationId, VISITOR_COMMAND } from '@baton/shared-types';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { Playbooks } from '../../src/qualification/index.js';
import { DEFAULT_PLAYBOOK } from '../play-visitor.js';
import { createWorld, type World } from '../world.js';
import { type FailingNodes, startFailingNodes } from './failing-nodes.js';
import { type Acceptance, MoodyAgent, noDeeds } from './moody-agent.js';
import {
  type End,
  endOf,
  listDoubleOwners,
  listMoving,
  listUnwatched,
  readRows,
  type Unwatched,
} from './unlost-leads.js';
import { hireAgents } from './workforce.js';

/** 500 with `HANDOFFS=500`; the gate plays a few. */
const HANDOFFS = Number(process.env['HANDOFFS'] ?? 12);
const IS_FULL = HANDOFFS >= 500;
const AGENTS = IS_FULL ? 16 : 8;
const PER_SECOND = IS_FULL ? 3 : 4;
/** How late a call may be moved on while nodes die: the sweep looks every five seconds. More only tells that the machine is busy. */
const LATE_SECONDS = 60;
/** In full, some who vanish are away for longer than the grace, and are found to be gone. */
const AWAY_MS = IS_FULL ? [1_000, 45_000] : [1_000, 3_000];
/** How long the last ones may take, on a machine that does other things besides. */
const SETTLE_MS = 180_000;
const FIRE = { nodes: 2, restMs: IS_FULL ? 3_000 : 1_000, awayMs: IS_FULL ? 2_000 : 300 } as const;
/** The shortest times that a playbook may set. */
const HURRIED = DEFAULT_PLAYBOOK.replace(/(rung: \w+, seconds: )\d+/g, (_, rung) => `${rung}5`)
  .replace('firstReplySeconds: 120', 'firstReplySeconds: 10')
  .replace('promiseMinutes: 240', 'promiseMinutes: 30');

let world: World;
let nodes: FailingNodes;
let agents: readonly MoodyAgent[] = [];
const deeds = noDeeds();
const acceptances: Acceptance[] = [];
const unwatched: Unwatched[] = [];
let latest = 0;
let isWatching = true;

beforeAll(async () => {
  world = await createWorld(inject('postgresUrl'), { LOG_LEVEL: 'silent' });
  const { tidewater } = world.workspaces;
  await world.server.app.get(Playbooks, { strict: false }).publish(tidewater, HURRIED, null);
  const colleagues = await hireAgents(world, AGENTS);
  // It has made the workspace; the nodes that serve are processes.
  await world.server.stop();
  nodes = await startFailingNodes(world.databaseUrl, FIRE);
  const [least = 0, most = 0] = AWAY_MS;
  const awayMs = () => least + Math.random() * (most - least);
  const place = { world, nodes, colleagues, deeds, acceptances, awayMs };
  agents = colleagues.map((me) => new MoodyAgent(place, me));
}, 120_000);
afterAll(async () => {
  isWatching = false;
  for (const agent of agents) agent.leave();
  await nodes?.stop();
  await world?.stop();
});

/** A visitor who asks for a person until that is acknowledged, whatever happens to the node. */
async function call(n: number): Promise<ConversationId> {
  const text = n % 2 ? 'Talk to a person' : `Can a person write to me? I am at ann${n}@northwind-crew.com`;
  let token: string | undefined;
  for (;;) {
    const sent = await callOnce().catch(() => null);
    // The node is gone: the next one is asked, with the same client id.
    if (sent?.ok) return sent.value.conversationId;
    if (sent && sent.error.code !== 'unavailable') throw new Error(sent.error.code);
    await sleep(100);
  }

  async function callOnce() {
    const again = token === undefined ? {} : { token };
    const visitor = await world.visitor('tidewater', { via: nodes.any(), ...again });
    token = visitor.session.token;
    const payload = { clientId: `client-call-${n}`, text, kind: 'human_request' };
    try {
      return await visitor.ask(VISITOR_COMMAND.sendMessage, payload);
    } finally {
      visitor.close();
    }
  }
}

async function watch(): Promise<void> {
  while (isWatching) {
    for (const each of await listUnwatched(world)) {
      latest = Math.max(latest, each.late ?? 0);
      if (each.late === null || each.late > LATE_SECONDS) unwatched.push(each);
    }
    await sleep(500);
  }
}

describe(`${HANDOFFS} handoffs in real time, while agents vanish and server processes are killed`, () => {
  it('F7 I14: each ends with an owner, a next step or a contact; none is ever without a deadline, none has two owners', {
    timeout: (HANDOFFS / PER_SECOND) * 2_000 + SETTLE_MS + 120_000,
  }, async () => {
    const watching = watch();
    const working = agents.map((agent) => agent.work());
    const startedAt = performance.now();
    const calls = Array.from({ length: HANDOFFS }, async (_, n) => {
      await sleep((n * 1_000) / PER_SECOND);
      return call(n);
    });
    const called = await Promise.all(calls);
    await sleep(IS_FULL ? 20_000 : 1_000);
    await nodes.calm();
    await Promise.all(agents.map((agent) => agent.goHome()));
    await expect.poll(() => listMoving(world), { timeout: SETTLE_MS, interval: 500 }).toEqual([]);
    const tookMs = performance.now() - startedAt;
    isWatching = false;
    await watching;

    const ends = new Map<End, number>();
    for (const conversationId of called) {
      const log = await readRows(world, conversationId);
      expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
      expect(listDoubleOwners(log)).toEqual([]);
      const end = endOf(log);
      ends.set(end, (ends.get(end) ?? 0) + 1);
      // What an agent was told they have, they had.
      for (const { agentId, epoch } of acceptances.filter((each) => each.conversationId === conversationId)) {
        const owners = log.filter((row) => row.data.owner && row.data.epoch === epoch);
        expect(owners.map(({ data }) => data.owner?.id)).toEqual([agentId]);
      }
    }
    console.log(
      `${HANDOFFS} handoffs in ${Math.round(tookMs / 1_000)} s, ${nodes.kills} kills; ${told(ends)}; agents: ${told(
        Object.entries(deeds),
      )}; moved on ${latest.toFixed(1)} s late at most; without a deadline: ${unwatched.filter(({ late }) => late === null).length}`,
    );
    expect(new Set(called).size).toBe(HANDOFFS);
    expect(unwatched).toEqual([]);
    expect(ends.get('lost') ?? 0).toBe(0);
    // It burned, and people were as people are.
    expect(nodes.kills).toBeGreaterThanOrEqual(IS_FULL ? 10 : 1);
    expect(deeds.accepted).toBeGreaterThanOrEqual(HANDOFFS / 8);
    expect(deeds.declined + deeds['let pass'] + deeds.vanished).toBeGreaterThan(0);
    for (const agent of agents) agent.leave();
    await Promise.all(working);
  });
});

function told(counts: Iterable<readonly [string, number]>): string {
  return [...counts].map(([what, count]) => `${what} ${count}`).join(', ');
}
