import { setTimeout as sleep } from 'node:timers/promises';
import type { Baton } from '../support/baton.js';
import type { History, LogSnapshot } from './history.js';
import { readDatabase } from './read-database.js';
import { RecordedVisitor } from './recorded-visitor.js';
import { seededRandom } from './seeded-random.js';

export const SITE_KEY = 'demo-tidewater';
const WORKSPACE = 'tidewater';
/** Acknowledgements that a crash lets pass while it waits for a crowd. */
const PATIENCE = 40;

/** What visitors write; none of it calls a person, so that the assistant owes an answer to every line. */
const WORDS = [
  'do you send reminders before an appointment?',
  'we plan our shifts in a spreadsheet today',
  'how long does it take to set up?',
  'can people see only their own shifts?',
  'does it work with outlook?',
  'our front desk loses messages all the time',
  'what does it cost for a small team?',
  'is there an app for phones?',
  'we would start after the summer',
  'where are the data kept?',
  'can we try it first?',
  'thanks, that is good to know',
] as const;

/** One crash: after so many acknowledgements, at one that comes while so many other lines are on their way. */
export interface Crash {
  readonly afterAcknowledged: number;
  readonly underway: number;
  /** Runs while the server is dead. */
  readonly meanwhile?: () => Promise<void>;
}

export interface Storm {
  readonly visitors: readonly RecordedVisitor[];
  /** What the database held right after each restart. */
  readonly snapshots: readonly LogSnapshot[];
}

export interface StormOptions {
  readonly baton: Baton;
  readonly history: History;
  readonly visitors: number;
  readonly lines: number;
  readonly seed: number;
  readonly crashes: readonly Crash[];
}

/** Many visitors write at once while the server is killed under them. Resolves when every line is settled. */
export async function runStorm(options: StormOptions): Promise<Storm> {
  const { baton, history, seed } = options;
  const visitors = Array.from({ length: options.visitors }, (_, index) =>
    enter(baton, history, `v${String(index + 1).padStart(2, '0')}`, seed + index),
  );
  const writing = visitors.map((visitor, index) => write(visitor, index, options));
  const snapshots: LogSnapshot[] = [];
  for (const crash of options.crashes) {
    await momentOf(crash, history);
    const killed = baton.kill();
    history.record({ type: 'info', f: 'server', proc: 'server', state: 'killed' });
    await killed;
    await crash.meanwhile?.();
    history.record({ type: 'info', f: 'server', proc: 'server', state: 'starting' });
    await baton.start();
    history.record({ type: 'info', f: 'server', proc: 'server', state: 'ready' });
    snapshots.push(await readDatabase(baton.databaseDirectory, WORKSPACE));
  }
  await Promise.all(writing);
  return { visitors, snapshots };
}

/** Acknowledgements that come in a crowd: other lines then stand before, in or just after their commit. */
async function momentOf({ afterAcknowledged, underway }: Crash, history: History): Promise<void> {
  await history.next((line) => {
    if (line.f !== 'send' || line.type !== 'ok') return false;
    const acknowledged = new Set(
      history.lines.filter((each) => each.f === 'send' && each.type === 'ok').map(({ cid }) => cid),
    );
    if (acknowledged.size < afterAcknowledged) return false;
    const lastStart = history.lines.findLast((each) => each.f === 'server')?.t ?? 0;
    const waiting = new Set(
      history.lines
        .filter((each) => each.f === 'transmit' && each.t >= lastStart && !acknowledged.has(each.cid))
        .map((each) => (each.f === 'transmit' ? each.cid : '')),
    );
    // A crowd may never form on a fast machine: then any acknowledgement will do.
    return waiting.size >= underway || acknowledged.size >= afterAcknowledged + PATIENCE;
  });
}

/** A visitor of the demo page; with `storage` one who has been here before. */
export function enter(
  baton: Baton,
  history: History,
  name: string,
  seed: number,
  storage = new Map<string, string>(),
): RecordedVisitor {
  return new RecordedVisitor({
    name,
    serverUrl: baton.serverUrl,
    origin: new URL(baton.pageUrl('tidewater')).origin,
    siteKey: SITE_KEY,
    storage,
    random: seededRandom(seed),
    record: history.record,
  });
}

/** Every other visitor waits until a line has been sent before typing the next, the others just go on typing. */
async function write(visitor: RecordedVisitor, index: number, { lines, seed }: StormOptions): Promise<void> {
  const random = seededRandom(seed * 1_000 + index);
  const saying: Promise<void>[] = [];
  for (let line = 0; line < lines; line += 1) {
    await sleep(100 + random() * 900);
    const said = visitor.say(`${visitor.name} ${line + 1}: ${WORDS[(index + line) % WORDS.length]}`);
    saying.push(said);
    if (index % 2 === 0) await said;
  }
  await Promise.all(saying);
}
