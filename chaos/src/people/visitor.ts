import { setTimeout as sleep } from 'node:timers/promises';
import { between, pick, type Random } from '../run/seeded-random.ts';
import { SharedStorage } from './shared-storage.ts';
import { Tab, type TabOptions } from './tab.ts';
import { CALL_FOR_A_PERSON, WORDS } from './words.ts';

export interface VisitorOptions extends Omit<TabOptions, 'proc' | 'of' | 'storage'> {
  readonly name: string;
  readonly random: Random;
  /** Messages in all. */
  readonly lines: number;
  /** How long a pause may be. */
  readonly pauseMs: number;
  /** What kind of person it is. */
  readonly habit: Habit;
  /** Whether it is time to come to an end. */
  readonly isOver: () => boolean;
}

/**
 * `plain` writes and reads. `reloading` reloads the page while lines wait. `two_tabs` writes in two at once.
 * `absent` has a second page that sleeps through more than a hundred events. `hasty` types more than fits while
 * offline. `asking` calls for a person. `closing` ends the conversation and begins another.
 */
export type Habit = 'plain' | 'reloading' | 'two_tabs' | 'absent' | 'hasty' | 'asking' | 'closing';

/** One visitor of the demo page, with one or two tabs. */
export class Visitor {
  readonly name: string;
  readonly storage = new SharedStorage();
  readonly tabs: Tab[] = [];
  private readonly options: VisitorOptions;
  private said = 0;

  constructor(options: VisitorOptions) {
    this.options = options;
    this.name = options.name;
    this.openTab('');
  }

  get first(): Tab {
    const [tab] = this.tabs;
    if (!tab) throw new Error('a visitor has a page');
    return tab;
  }

  get visitorId(): string | null {
    return this.first.client.session.peek()?.visitorId ?? null;
  }

  openTab(suffix: string, storage = this.storage): Tab {
    const tab = new Tab({ ...this.options, proc: `${this.name}${suffix}`, of: this.name, storage });
    if (storage === this.storage) this.tabs.push(tab);
    return tab;
  }

  /** Says all its lines. What is still unsent at the end is the client's to deliver. */
  async live(): Promise<void> {
    const { random, lines, habit, pauseMs, isOver } = this.options;
    const burst = () => (habit === 'absent' ? 6 : 1 + Math.floor(random() * 3));
    await sleep(random() * pauseMs);
    await this.beginWith(habit);
    while (this.said < lines && (habit === 'absent' || !isOver())) {
      const saying: Promise<void>[] = [];
      for (let left = burst(); left > 0 && this.said < lines; left -= 1) saying.push(this.sayOne());
      if (habit === 'reloading' && random() < 0.35) this.first.reload();
      if (habit === 'closing' && random() < 0.15) await this.close().catch(() => undefined);
      if (random() < 0.7) await Promise.race([Promise.all(saying), sleep(8_000)]);
      await sleep(between(random, 0.1, 1) * (habit === 'absent' ? 400 : pauseMs));
    }
    if (habit !== 'absent') return;
    for (let wait = 0; wait < 400 && this.hasUnsent(); wait += 1) await sleep(200);
    this.tabs[1]?.offline(false);
  }

  /** Ends the conversation; tried until somebody has heard it. */
  async close(): Promise<void> {
    await this.first.client.closeConversation();
  }

  hasUnsent(): boolean {
    return this.tabs.some(({ client }) => client.pending.peek().some(({ state }) => state !== 'failed'));
  }

  leave(): void {
    for (const tab of this.tabs) tab.close();
  }

  private async beginWith(habit: Habit): Promise<void> {
    if (habit === 'two_tabs') {
      this.openTab('.tab2');
      return;
    }
    if (habit === 'absent') {
      await this.sayOne();
      const tab = this.openTab('.tab2');
      // It reads what there is, then sleeps.
      for (let wait = 0; wait < 50 && tab.client.cursor.peek() === 0; wait += 1) await sleep(200);
      tab.offline(true);
      return;
    }
    if (habit !== 'hasty') return;
    await this.sayOne();
    this.first.offline(true);
    const typing = Array.from({ length: 54 }, () => this.sayOne());
    await sleep(1_000);
    this.first.offline(false);
    await Promise.race([Promise.all(typing), sleep(20_000)]);
  }

  private sayOne(): Promise<void> {
    const { random, habit } = this.options;
    this.said += 1;
    const tab = habit === 'two_tabs' ? pick(random, this.tabs) : this.first;
    if (habit === 'asking' && this.said % 6 === 3) return tab.say(CALL_FOR_A_PERSON, 'human_request');
    return tab.say(`${this.name} ${this.said}: ${pick(random, WORDS)}`);
  }
}
