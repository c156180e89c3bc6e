import type { BatonApi, BatonEvents } from './baton-api.js';

export interface Emitter extends Pick<BatonApi, 'on' | 'off'> {
  emit<E extends keyof BatonEvents>(event: E, detail: BatonEvents[E]): void;
  /** The events that somebody listens to; the chat tells developers about names that do not exist. */
  heard(): readonly string[];
}

export function createEmitter(): Emitter {
  const entries = new Set<{ readonly event: string; readonly run: (detail: never) => void }>();
  return {
    emit(event, detail) {
      for (const entry of entries) {
        if (entry.event !== event) continue;
        try {
          entry.run(detail as never);
        } catch (error) {
          // A mistake in the page's listener is the page's: it shows in the console and stops nothing here.
          reportError(error);
        }
      }
    },
    heard: () => [...entries].map(({ event }) => event),
    on(event, run) {
      const entry = { event, run };
      entries.add(entry);
      return () => entries.delete(entry);
    },
    off(event, run) {
      for (const entry of entries) if (entry.event === event && entry.run === run) entries.delete(entry);
    },
  };
}
