import type { KeyValueStore } from '@baton/client';

/** What is localStorage in a browser: one for all tabs of a visitor, and each hears of the others' changes. */
export class SharedStorage {
  readonly entries = new Map<string, string>();
  private readonly listeners = new Set<{
    readonly tab: string;
    readonly run: (key: string | null) => void;
  }>();

  openFor(tab: string): KeyValueStore {
    return {
      get: (key) => this.entries.get(key) ?? null,
      set: (key, value) => {
        this.entries.set(key, value);
        this.tell(tab, key);
      },
      remove: (key) => {
        this.entries.delete(key);
        this.tell(tab, key);
      },
      onChange: (run) => {
        const listener = { tab, run };
        this.listeners.add(listener);
        return () => this.listeners.delete(listener);
      },
    };
  }

  private tell(tab: string, key: string): void {
    for (const listener of [...this.listeners])
      if (listener.tab !== tab) setImmediate(() => this.listeners.has(listener) && listener.run(key));
  }
}
