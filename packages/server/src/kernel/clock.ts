/** The only source of time. Injected, so that tests and replays set it. */
export interface Clock {
  now(): Date;
}

/** Nest’s injection token. */
export const CLOCK = Symbol('Clock');

export const systemClock: Clock = { now: () => new Date() };
