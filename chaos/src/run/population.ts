import type { RecordEntry } from '../history/line.ts';
import { BluntVisitor } from '../people/blunt-visitor.ts';
import type { Register } from '../people/register.ts';
import { type Habit, Visitor } from '../people/visitor.ts';
import { type Leaving, type RetireOptions, retire } from './retire.ts';
import { seededRandom } from './seeded-random.ts';

export const SITE_KEY = 'demo-tidewater';

/** Every tenth visitor is of these; what every "sometimes" needs comes first. */
const HABITS: readonly (Habit | 'blunt')[] = [
  'absent',
  'blunt',
  'hasty',
  'asking',
  'two_tabs',
  'reloading',
  'blunt',
  'plain',
  'asking',
  'closing',
  'reloading',
  'plain',
];

export interface PopulationOptions extends Omit<RetireOptions, 'tab'> {
  readonly seed: number;
  /** Visitors at a time. */
  readonly crowd: number;
  readonly pauseMs: number;
  /** How much of what they have to say visitors say. */
  readonly talk: number;
  /** Whether whoever sleeps does so through more than a hundred events, which takes a minute by itself. */
  readonly longSleep: boolean;
  readonly isOver: () => boolean;
}

/** A crowd of visitors in which whoever has said all is judged and makes room for the next. */
export class Population {
  private readonly options: PopulationOptions;
  private next = 0;

  constructor(options: PopulationOptions) {
    this.options = options;
  }

  /** Resolves when the run is over and everybody has left. */
  async live(): Promise<void> {
    await Promise.all(Array.from({ length: this.options.crowd }, () => this.keepOnePlace()));
  }

  private async keepOnePlace(): Promise<void> {
    while (!this.options.isOver()) await this.liveOne(this.next++);
  }

  private async liveOne(index: number): Promise<void> {
    const { world, record, register, seed, pauseMs, talk, longSleep, isOver } = this.options;
    const name = `v${String(index + 1).padStart(5, '0')}`;
    const random = seededRandom(seed * 100_003 + index);
    const habit = HABITS[index % HABITS.length] ?? 'plain';
    const tab = { serverUrl: world.serverUrl, origin: world.demoOrigin, siteKey: SITE_KEY, random };
    const who = { name, record, register, ...tab, pauseMs, talk, longSleep, isOver };
    const leaving = habit === 'blunt' ? await liveBluntly(who, random) : await liveAs(habit, who, random);
    await retire(leaving, { ...this.options, tab });
  }
}

interface Who {
  readonly name: string;
  readonly record: RecordEntry;
  readonly register: Register;
  readonly serverUrl: string;
  readonly origin: string;
  readonly siteKey: string;
  readonly pauseMs: number;
  readonly talk: number;
  readonly longSleep: boolean;
  readonly isOver: () => boolean;
}

async function liveAs(habit: Habit, who: Who, random: () => number): Promise<Leaving> {
  const usual = Math.ceil((14 + random() * 14) * who.talk);
  const lines = habit === 'absent' ? (who.longSleep ? 75 : 24) : usual + (habit === 'hasty' ? 55 : 0);
  const visitor = new Visitor({ ...who, random, habit, lines });
  await visitor.live();
  return {
    name: who.name,
    visitorId: () => visitor.visitorId,
    token: () => visitor.storage.entries.get(`baton:${who.siteKey}:token`) ?? null,
    tabs: visitor.tabs,
    hasUnsent: () => visitor.hasUnsent(),
    close: () => visitor.close(),
    leave: () => visitor.leave(),
  };
}

async function liveBluntly(who: Who, random: () => number): Promise<Leaving> {
  const visitor = new BluntVisitor({ ...who, random, lines: Math.ceil((12 + random() * 12) * who.talk) });
  await visitor.live();
  return {
    name: who.name,
    visitorId: () => visitor.visitorId,
    token: () => visitor.token,
    tabs: [],
    hasUnsent: () => false,
    close: () => visitor.close(),
    leave: () => visitor.leave(),
  };
}
