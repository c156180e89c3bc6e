import type { ClientEnvironment } from '@baton/client';
import { SITE_ORIGIN } from '../world.js';

/** The surroundings of a client in a test: a storage of its own, the real clock. */
export function nodeEnvironment(): ClientEnvironment {
  const kept = new Map<string, string>();
  return {
    storage: {
      get: (key) => kept.get(key) ?? null,
      set: (key, value) => void kept.set(key, value),
      remove: (key) => void kept.delete(key),
    },
    now: () => Date.now(),
    random: () => Math.random(),
    newClientId: () => crypto.randomUUID(),
    setTimer: (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    onWake: () => () => undefined,
    page: () => ({ url: `${SITE_ORIGIN}/pricing`, title: 'Pricing', referrer: '' }),
    locale: () => 'en',
    timeZone: () => 'Europe/London',
  };
}
