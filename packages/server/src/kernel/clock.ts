/** The only source of time. Injected, so that tests and replays set it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
