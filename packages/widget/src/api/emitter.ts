import type { BatonApi, BatonEvents } from './baton-api.js';

export interface Emitter {
  emit<E extends keyof BatonEvents>(event: E, detail: BatonEvents[E]): void;
  readonly on: BatonApi['on'];
}

export function createEmitter(): Emitter {
  const entries = new Set<{ readonly event: string; readonly run: (detail: never) => void }>();
  return {
    emit(event, detail) {
      for (const entry of entries) if (entry.event === event) entry.run(detail as never);
    },
    on(event, run) {
      const entry = { event, run };
      entries.add(entry);
      return () => entries.delete(entry);
    },
  };
}
