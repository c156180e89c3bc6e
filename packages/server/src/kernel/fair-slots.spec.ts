import { describe, expect, it } from 'vitest';
import { FairSlots, type Slot } from './fair-slots.js';

/** Serves everybody who waits, one after the other, and tells in which order. */
async function drain(entered: readonly [string, Slot][]): Promise<string> {
  const served: string[] = [];
  const all = entered.map(async ([key, slot]) => {
    await slot.granted;
    served.push(key);
    await Promise.resolve();
    slot.leave();
  });
  await Promise.all(all);
  return served.join('');
}

const enter = (slots: FairSlots<string>, keys: string) =>
  [...keys].flatMap((key): [string, Slot][] => {
    const slot = slots.enter(key);
    return slot ? [[key, slot]] : [];
  });

describe('FairSlots', () => {
  it('lets a quiet key pass a flood of another: it waits for one place, not for a hundred', async () => {
    const slots = new FairSlots<string>({ total: 2, perKey: 2, waitingPerKey: null });
    const order = await drain(enter(slots, `${'f'.repeat(100)}qqq`));
    expect(order).toHaveLength(103);
    // Two were in before it came, then the keys take turns.
    expect(order.lastIndexOf('q')).toBeLessThanOrEqual(2 + 2 * 3);
  });

  it('shares evenly among those who flood', async () => {
    const slots = new FairSlots<string>({ total: 3, perKey: 3, waitingPerKey: null });
    const order = await drain(enter(slots, 'a'.repeat(50) + 'b'.repeat(50) + 'c'.repeat(50)));
    const head = order.slice(0, 60);
    for (const key of 'abc') expect(head.split(key).length - 1).toBeGreaterThanOrEqual(18);
  });

  it('serves one key in order', async () => {
    const slots = new FairSlots<string>({ total: 1, perKey: 1, waitingPerKey: null });
    const entered = Array.from({ length: 10 }, (_, i): [string, Slot][] => {
      const slot = slots.enter('k');
      return slot ? [[String(i), slot]] : [];
    }).flat();
    expect(await drain(entered)).toBe('0123456789');
  });

  it('keeps a place free of a key that has its share', () => {
    const slots = new FairSlots<string>({ total: 3, perKey: 2, waitingPerKey: null });
    enter(slots, 'fffff');
    const quiet = slots.enter('q');
    return expect(quiet?.granted).resolves.toBeUndefined();
  });

  it('turns away what is too much, of that key alone', () => {
    const slots = new FairSlots<string>({ total: 1, perKey: 1, waitingPerKey: 2 });
    expect(enter(slots, 'fffff')).toHaveLength(3);
    expect(enter(slots, 'qqqqq')).toHaveLength(2);
  });

  it('forgets who has stopped waiting, and loses no place by it', async () => {
    const slots = new FairSlots<string>({ total: 1, perKey: 1, waitingPerKey: null });
    const [[, first] = [], [, second] = [], [, third] = []] = enter(slots, 'aba');
    second?.leave();
    second?.leave();
    first?.leave();
    first?.leave();
    await third?.granted;
    third?.leave();
    expect(await drain(enter(slots, 'aa'))).toBe('aa');
  });
});
