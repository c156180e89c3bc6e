import type { ClientEnvironment } from './contract.js';

/** Peers forget after 6 s, so this is often enough for every key press. */
const REPEAT_AFTER_MS = 3_000;

/** Thins out what the composer reports: `on` at most every 3 s, `off` only after an `on`. */
export function createOwnTyping(environment: ClientEnvironment, tell: (on: boolean) => void) {
  let toldAt: number | null = null;
  return (on: boolean): void => {
    const now = environment.now();
    if (on ? toldAt !== null && now - toldAt < REPEAT_AFTER_MS : toldAt === null) return;
    toldAt = on ? now : null;
    tell(on);
  };
}
