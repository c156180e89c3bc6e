import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  AGENT_COMMAND,
  type LogBatch,
  NOTICE,
  type Notices,
  type Reply,
  VISITOR_COMMAND,
} from '@baton/shared-types';
import pg from 'pg';
import type { Socket } from 'socket.io-client';
import { alone, type Benchmark, besideFloor } from '../benchmark.ts';
import type { Baton } from '../ground/baton.ts';
import { connectAgent } from '../ground/take-over.ts';
import { openSession, openVisitorSocket } from '../load/baton-talker.ts';
import { sourceAddress } from '../load/source-address.ts';
import { quantile } from '../quantile.ts';

const PER_SECOND = 20;
const BAR_MS = 250;
/** Enough for a verdict in one turn. */
const LINE =
  'Hi, this is Kim Osei, operations manager at Lakeside Clinic. We need shift planning for 40 people next month, kim@lakeside.example';

/** How soon a person knows whom they are about to meet. */
export const briefing: Benchmark = {
  name: 'briefing',
  about: `From the verdict in the log to the whole briefing on the agent's socket, ${PER_SECOND} new conversations a second, without a model; floor: one INSERT and its delivery to another socket, at the same rate.`,
  run: async (ground, { quick, say }) => {
    const seconds = quick ? 5 : 30;
    const floor = await ground.floor({ deliver: true });
    const load = ground.load();
    await load.order('gather', {
      crowd: 'floor',
      destination: floor.destination,
      size: PER_SECOND,
      second: true,
    });
    await load.order('keepPace', { crowd: 'floor', perSecond: PER_SECOND, seconds: 2 });
    const { delivered } = await load.order('keepPace', { crowd: 'floor', perSecond: PER_SECOND, seconds });
    floor.server.freeze();
    const baton = await ground.baton({ ASSISTANT_PAUSE_MS: '0' });
    const desk = await openDesk(baton);
    say('warming up');
    await bringLeads(baton, desk, 3);
    const waits = await bringLeads(baton, desk, seconds);
    say(`${waits.length} briefings of ${PER_SECOND * seconds} leads`);
    const figure = (q: number) =>
      besideFloor(
        `verdict to briefing, p${q * 100}`,
        'ms',
        { baton: quantile(waits, q), floor: quantile(delivered, q) },
        null,
      );
    return [
      figure(0.5),
      figure(0.99),
      alone('verdict to briefing, p99, alone', 'ms', quantile(waits, 0.99), { most: BAR_MS }),
      alone('leads without a briefing', '', PER_SECOND * seconds - waits.length, { most: 0 }),
    ];
  },
};

/** What an agent saw when, who takes each lead that is offered and lets it go at once. */
interface Desk {
  readonly briefedAt: Map<string, number>;
  readonly verdictAt: Map<string, number>;
}

async function openDesk(baton: Baton): Promise<Desk> {
  const desk: Desk = { briefedAt: new Map(), verdictAt: new Map() };
  // The queue is not what is measured: they always have a hand free.
  const owner = new pg.Client({ connectionString: baton.databaseUrl });
  await owner.connect();
  await owner.query('UPDATE agent SET capacity = 100');
  await owner.end();
  const agent = await connectAgent(baton, 'tidewater');
  agent.on(NOTICE.briefingReady, ({ bundle }: Notices['briefing.ready']) => {
    const { conversationId } = bundle;
    if (!desk.briefedAt.has(conversationId)) desk.briefedAt.set(conversationId, Date.now());
    void takeAndClose(agent, desk, conversationId);
  });
  await agent.emitWithAck(AGENT_COMMAND.setPresence, { state: 'available' });
  return desk;
}

async function takeAndClose(agent: Socket, desk: Desk, conversationId: string): Promise<void> {
  const act = () => ({ conversationId, clientId: randomUUID() });
  await agent.emitWithAck(AGENT_COMMAND.acceptHandoff, act());
  const read: Reply<{ readonly batch: LogBatch | null }> = await agent.emitWithAck(AGENT_COMMAND.readLog, {
    conversationId,
    after: 0,
  });
  const verdict = read.ok
    ? read.value.batch?.events.find(
        (event) => event.type === 'decision.recorded' && event.data.decision.verdict === 'qualified',
      )
    : undefined;
  // Both clocks are this machine's.
  if (verdict) desk.verdictAt.set(conversationId, Date.parse(verdict.at));
  await agent.emitWithAck(AGENT_COMMAND.closeConversation, act());
}

/** New visitors at a steady rate, each of whom qualifies with one line. Milliseconds from verdict to briefing. */
async function bringLeads(baton: Baton, desk: Desk, seconds: number): Promise<readonly number[]> {
  const destination = baton.destination();
  const sockets: Socket[] = [];
  for (let index = 0; index < PER_SECOND * seconds; index += 1) {
    const socket = openVisitorSocket(destination, null, sourceAddress(index));
    await openSession(socket);
    sockets.push(socket);
  }
  const startedAt = performance.now();
  const ids = await Promise.all(
    sockets.map(async (socket, index) => {
      await sleep(Math.max(0, startedAt + (index * 1_000) / PER_SECOND - performance.now()));
      const payload = { clientId: randomUUID(), text: LINE, kind: 'text' };
      const reply: Reply<{ readonly conversationId: string }> = await socket.emitWithAck(
        VISITOR_COMMAND.sendMessage,
        payload,
      );
      if (!reply.ok) throw new Error(`refused: ${reply.error.code}`);
      return reply.value.conversationId;
    }),
  );
  const isMissing = () => ids.some((id) => !desk.verdictAt.has(id));
  for (let patience = 0; isMissing() && patience < 200; patience += 1) await sleep(50);
  for (const socket of sockets) socket.disconnect();
  return ids.flatMap((id) => {
    const from = desk.verdictAt.get(id);
    const to = desk.briefedAt.get(id);
    return from === undefined || to === undefined ? [] : [to - from];
  });
}
