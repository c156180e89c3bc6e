import type { ClientEnvironment, KeyValueStore } from '@baton/client';

export interface HeadlessOptions {
  readonly storage: KeyValueStore;
  readonly random: () => number;
  readonly newClientId: () => string;
  readonly origin: string;
}

/** The client's surroundings without a browser. Nothing ever tells it that the network is back. */
export function headlessEnvironment({
  storage,
  random,
  newClientId,
  origin,
}: HeadlessOptions): ClientEnvironment {
  return {
    storage,
    now: () => Date.now(),
    random,
    newClientId,
    setTimer(run, ms) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    onWake: () => () => undefined,
    page: () => ({ url: `${origin}/pricing.html`, title: 'Pricing', referrer: '' }),
    locale: () => 'en',
    timeZone: () => 'Europe/London',
  };
}
