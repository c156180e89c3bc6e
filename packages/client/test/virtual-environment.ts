import type { ClientEnvironment, KeyValueStore } from '../src/contract.js';

/** Storage that all tabs of a browser share; a change is reported to every tab but its own. */
export class SharedStorage {
  readonly entries = new Map<string, string>();
  private readonly tabs = new Set<{ owner: object; run: (key: string | null) => void }>();
  /** When set, every access throws: storage is denied. */
  denied = false;
  /** When set, writing throws and reading works: storage is full. */
  full = false;

  tab(later: (run: () => void) => void = queueMicrotask): KeyValueStore {
    const owner = {};
    const check = (refused: boolean) => {
      if (refused) throw new Error('storage refused');
    };
    const tell = (key: string) =>
      later(() => {
        for (const other of this.tabs) if (other.owner !== owner) other.run(key);
      });
    return {
      get: (key) => {
        check(this.denied);
        return this.entries.get(key) ?? null;
      },
      set: (key, value) => {
        check(this.denied || this.full);
        this.entries.set(key, value);
        tell(key);
      },
      remove: (key) => {
        check(this.denied);
        this.entries.delete(key);
        tell(key);
      },
      onChange: (run) => {
        const listener = { owner, run };
        this.tabs.add(listener);
        return () => this.tabs.delete(listener);
      },
    };
  }
}

/** A clock that stands still until a test moves it, with everything a client needs of its surroundings. */
export class VirtualTime {
  private at = 1_800_000_000_000;
  private counter = 0;
  private readonly timers = new Map<number, { readonly due: number; readonly run: () => void }>();

  constructor(private readonly random: () => number = () => 0.5) {}

  /** One tab. `wake` plays the device coming back. */
  tab(
    storage: KeyValueStore,
    name = 'tab',
  ): { environment: ClientEnvironment; wake: () => void; goTo: (url: string) => void } {
    let url = 'https://shop.example/pricing';
    const sleepers = new Set<() => void>();
    const environment: ClientEnvironment = {
      storage,
      now: () => this.at,
      random: this.random,
      newClientId: () => `${name}-${++this.counter}`,
      setTimer: (run, ms) => this.setTimer(run, ms),
      onWake: (run) => {
        sleepers.add(run);
        return () => sleepers.delete(run);
      },
      page: () => ({ url, title: 'Pricing', referrer: '' }),
      locale: () => 'en',
      timeZone: () => 'UTC',
    };
    return {
      environment,
      goTo: (next) => {
        url = next;
      },
      wake: () => {
        for (const run of [...sleepers]) run();
      },
    };
  }

  setTimer(run: () => void, ms: number): () => void {
    const id = ++this.counter;
    this.timers.set(id, { due: this.at + ms, run });
    return () => this.timers.delete(id);
  }

  waiting(): number {
    return this.timers.size;
  }

  /** Lets promises settle, then runs every timer that is due within `ms`, in order. */
  async pass(ms = 0): Promise<void> {
    const end = this.at + ms;
    for (;;) {
      await settle();
      const [next] = [...this.timers]
        .filter(([, { due }]) => due <= end)
        .sort(([, a], [, b]) => a.due - b.due);
      if (!next) break;
      this.timers.delete(next[0]);
      this.at = Math.max(this.at, next[1].due);
      next[1].run();
    }
    this.at = end;
  }
}

/** After a macrotask no microtask is left. */
export function settle(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
