import { setTimeout as sleep } from 'node:timers/promises';
import { Checker } from '../checker/checker.ts';
import type { SometimesName } from '../checker/sometimes.ts';
import type { Violation } from '../checker/violation.ts';
import type { Scene } from '../faults/episode.ts';
import { schedule } from '../faults/schedule.ts';
import { HistoryWriter } from '../history/history-writer.ts';
import { Agent, type AgentOptions } from '../people/agent.ts';
import { Observer } from '../people/observer.ts';
import { Register } from '../people/register.ts';
import { World } from '../world/world.ts';
import { FaultLog } from './fault-log.ts';
import { LeaseWatch } from './lease-watch.ts';
import { Population } from './population.ts';
import { Prober } from './prober.ts';
import { patiently } from './retire.ts';
import { between, seededRandom } from './seeded-random.ts';

export interface ChaosOptions {
  readonly seed: number;
  readonly acked: number;
  readonly nodes: number;
  readonly crowd: number;
  readonly faults: 'short' | 'full' | 'none';
  /** These faults alone, again and again. */
  readonly only: readonly string[];
  /** What has to have happened in the end. */
  readonly wanted: readonly SometimesName[];
  /** The agents are away most of the time. */
  readonly agentsAway: boolean;
  readonly mutation: string | null;
  /** Where the history goes. */
  readonly history: string;
  /** Ends as soon as something is found to be broken; visitors say less, so that they are judged earlier. */
  readonly stopAtFirst: boolean;
  readonly tell: (line: string) => void;
}

export interface ChaosResult {
  readonly violations: readonly Violation[];
  readonly acknowledged: number;
  readonly sometimes: ReadonlyMap<SometimesName, number>;
  readonly points: ReadonlyMap<string, number>;
  readonly faults: number;
  readonly seconds: number;
  /** From the last fault until everybody had left. */
  readonly drainSeconds: number;
}

const MOST_VIOLATIONS = 200;
/** A run that brings nothing more is over, whatever it was asked for. */
const STANDSTILL_MS = 120_000;
/** Between two faults comes this part of all acknowledgements, or so much time. */
const ACKED_SHARE = 160;
const MOST_CALM_MS = 15_000;
const EXTRA_MS = 90_000;
/** Now and then all agents take a break together: whoever wants a person then is told when one will be back. */
const WORK_MS = 50_000;
const BREAK_MS = 10_000;
const LITTLE_WORK_MS = 3_000;

/** One run: a crowd talks, faults come and go, and every line of what happens is judged as it is written down. */
export async function runChaos(options: ChaosOptions): Promise<ChaosResult> {
  const from = performance.now();
  const checker = new Checker();
  const violations: Violation[] = [];
  const writer = new HistoryWriter(options.history, (line) => {
    for (const violation of checker.take(line))
      if (violations.length < MOST_VIOLATIONS) violations.push(violation);
  });
  const { record } = writer;
  record({ f: 'run', seed: options.seed, nodes: options.nodes });
  const random = seededRandom(options.seed);
  const world = await World.start({
    nodes: options.nodes,
    random: seededRandom(options.seed + 1),
    record,
    mutation: options.mutation,
    logs: options.history.replace(/\.jsonl$/, ''),
  });
  const startedAt = performance.now();
  options.tell(`${options.nodes} node(s) ready after ${seconds(from)} s`);
  const register = new Register();
  const person = (name: string): AgentOptions => ({
    name,
    serverUrl: world.serverUrl,
    publicUrl: world.desk.publicUrl,
    fetchTicket: world.desk.ticketFor(name.startsWith('observer') ? 'admin' : name),
    random: seededRandom(options.seed + name.length * 7 + name.charCodeAt(name.length - 1)),
    record,
    register,
    isBreak: () => {
      const workMs = options.agentsAway ? LITTLE_WORK_MS : WORK_MS;
      const hasBreaks = options.agentsAway || (options.faults === 'full' && !options.stopAtFirst);
      return hasBreaks && (performance.now() - startedAt) % (workMs + BREAK_MS) > workMs;
    },
  });
  const agents = ['agent1', 'agent2', 'agent3'].map((name) => new Agent(person(name)));
  const observer = new Observer(person('observer'));
  const freshObserver = new Observer(person('observer-fresh'));
  let count = 0;
  register.onAdded((conv) => {
    count += 1;
    if (count % 4 === 1) observer.follow(conv);
  });
  let enoughAt: number | null = null;
  let lastAck = { count: 0, at: performance.now() };
  const isOver = (): boolean => {
    if (checker.acknowledged > lastAck.count)
      lastAck = { count: checker.acknowledged, at: performance.now() };
    const stands = performance.now() - lastAck.at > STANDSTILL_MS;
    if (stands || (options.stopAtFirst && violations.length > 0)) return true;
    if (checker.acknowledged < options.acked) return false;
    // What has not happened yet gets some more time.
    enoughAt ??= performance.now();
    return checker.sometimes.missing(options.wanted).length === 0 || performance.now() - enoughAt > EXTRA_MS;
  };
  const population = new Population({
    world,
    record,
    register,
    observer,
    freshObserver,
    seed: options.seed,
    crowd: options.crowd,
    pauseMs: options.stopAtFirst ? 500 : 900,
    talk: options.stopAtFirst || options.faults === 'short' ? 0.5 : 1,
    longSleep: options.faults !== 'short',
    isOver,
    weather: () => faultLog.weather,
  });
  const leases = new LeaseWatch(world.database, record);
  const prober = new Prober(world, record);
  const scene: Scene = {
    world,
    random,
    record,
    conversations: () => register.list(),
    look: () => faultLog.look(),
    noteLeases: () => leases.note(),
  };
  const faultLog = new FaultLog(world.database, record, checker);
  const living = population.live();
  const working = agents.map((agent) => agent.work());
  const probing = prober.run(isOver);
  const progress = setInterval(() => {
    options.tell(
      `${checker.acknowledged} acknowledged, ${faultLog.count} faults, ${violations.length} violations, ${seconds(startedAt)} s`,
    );
  }, 15_000);
  if (options.faults !== 'none') await bringFaults(options, scene, faultLog, isOver, leases);
  else await standBy(isOver, faultLog);
  await world.heal();
  record({ f: 'healed' });
  faultLog.weather = 'healed';
  const healedAt = performance.now();
  const isCaught = () => options.stopAtFirst && violations.length > 0;
  await (options.stopAtFirst ? Promise.race([living, untilTrue(isCaught)]) : living);
  const drainSeconds = (performance.now() - healedAt) / 1_000;
  for (const agent of agents) agent.stop();
  if (!isCaught()) await Promise.all([...working, probing]);
  await leases.settle();
  for (const agent of agents) agent.leave();
  observer.leave();
  freshObserver.leave();
  clearInterval(progress);
  if (!isCaught()) {
    for await (const { conv, rows, digest } of world.database.digests())
      record({ f: 'final', conv, rows, digest });
    violations.push(...checker.finish());
  }
  const acknowledged = checker.acknowledged;
  await patiently(() => world.stop());
  await writer.close();
  const { seen, points } = checker.sometimes;
  return {
    violations,
    acknowledged,
    sometimes: seen,
    points,
    faults: faultLog.count,
    seconds: (performance.now() - from) / 1_000,
    drainSeconds,
  };
}

async function bringFaults(
  options: ChaosOptions,
  scene: Scene,
  log: FaultLog,
  isOver: () => boolean,
  leases: LeaseWatch,
): Promise<void> {
  const { faults } = options;
  const random = seededRandom(options.seed + 2);
  // People come in first.
  await sleep(2_500);
  for (const episode of schedule(random, faults === 'full' ? 'full' : 'short', options.only)) {
    if (isOver()) return;
    log.weather = 'fault';
    await log.run(episode, scene);
    await scene.world.heal();
    log.weather = 'calm';
    void leases.look();
    // The crowd has to come back before the next blow: what never runs cannot break.
    const due = log.acknowledged() + options.acked / ACKED_SHARE;
    const from = performance.now();
    const isBack = () => log.acknowledged() >= due && performance.now() - from > between(random, 400, 1_200);
    while (!isOver() && !isBack() && performance.now() - from < MOST_CALM_MS) await sleep(50);
  }
}

/** Nothing fails: whoever does not come to rest soon never will. */
async function standBy(isOver: () => boolean, log: FaultLog): Promise<void> {
  log.weather = 'healed';
  await untilTrue(isOver);
}

async function untilTrue(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await sleep(100);
}

function seconds(from: number): string {
  return ((performance.now() - from) / 1_000).toFixed(0);
}
