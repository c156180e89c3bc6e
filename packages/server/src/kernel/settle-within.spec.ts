import { expect, it } from 'vitest';
import { settleWithin } from './settle-within.js';

const never = new Promise<never>(() => undefined);

it('waits for what ends in time, and not for what does not', async () => {
  const from = performance.now();
  await settleWithin(60_000, Promise.resolve());
  await settleWithin(60_000, Promise.reject(new Error('no')));
  expect(performance.now() - from).toBeLessThan(30_000);
  await settleWithin(5, never);
});
