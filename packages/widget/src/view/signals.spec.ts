import * as reference from '@preact/signals-core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as ours from './signals.js';

/** Both have to behave alike: the code is written for the reference, pages load ours. */
describe.each([
  ['ours', ours],
  ['the reference', reference],
])('signals: %s', (_, { signal, computed, effect, batch, untracked }) => {
  it('an effect runs at once and after every change, not for the same value', () => {
    const count = signal(1);
    const seen: number[] = [];
    effect(() => {
      seen.push(count.value);
    });
    count.value = 2;
    count.value = 2;
    expect(seen).toEqual([1, 2]);
  });

  it('a computed value is computed when read, and again only after a change', () => {
    let runs = 0;
    const count = signal(1);
    const double = computed(() => {
      runs += 1;
      return count.value * 2;
    });
    expect(runs).toBe(0);
    expect([double.value, double.value, double.peek()]).toEqual([2, 2, 2]);
    expect(runs).toBe(1);
    count.value = 4;
    expect([double.value, runs]).toEqual([8, 2]);
  });

  it('readers of a computed value that came out the same are left alone', () => {
    const count = signal(1);
    const isOdd = computed(() => count.value % 2 === 1);
    const seen: boolean[] = [];
    effect(() => {
      seen.push(isOdd.value);
    });
    count.value = 3;
    count.value = 4;
    expect(seen).toEqual([true, false]);
  });

  it('nobody sees half of a change', () => {
    const first = signal('a');
    const last = signal('b');
    const name = computed(() => `${first.value}${last.value}`);
    const seen: string[] = [];
    effect(() => {
      seen.push(`${name.value}/${first.value}`);
    });
    batch(() => {
      first.value = 'c';
      last.value = 'd';
    });
    expect(seen).toEqual(['ab/a', 'cd/c']);
  });

  it('what is no longer read no longer counts', () => {
    const isOn = signal(true);
    const text = signal('x');
    let runs = 0;
    effect(() => {
      runs += 1;
      return isOn.value && text.value ? undefined : undefined;
    });
    isOn.value = false;
    text.value = 'y';
    expect(runs).toBe(2);
  });

  it('a clean-up runs before the next run and at the end, then nothing runs any more', () => {
    const count = signal(0);
    const told: string[] = [];
    const stop = effect(() => {
      const { value } = count;
      told.push(`run ${value}`);
      return () => told.push(`clean ${value}`);
    });
    count.value = 1;
    stop();
    count.value = 2;
    expect(told).toEqual(['run 0', 'clean 0', 'run 1', 'clean 1']);
  });

  it('an effect may write what others, or it itself, read', () => {
    const count = signal(0);
    const copy = signal(0);
    const seen: number[] = [];
    effect(() => {
      if (count.value < 3) count.value += 1;
    });
    effect(() => {
      copy.value = count.value;
    });
    effect(() => {
      seen.push(copy.value);
    });
    count.value = 7;
    expect([count.peek(), seen]).toEqual([7, [3, 7]]);
  });

  it('an effect inside an effect reads for itself', () => {
    const outer = signal(0);
    const inner = signal(0);
    let runs = 0;
    effect(() => {
      runs += 1;
      outer.value;
      const stop = effect(() => {
        inner.value;
      });
      return stop;
    });
    inner.value = 1;
    expect(runs).toBe(1);
    outer.value = 1;
    expect(runs).toBe(2);
  });

  it('one can read without being told', () => {
    const read = signal(0);
    const peeked = signal(0);
    let runs = 0;
    effect(() => {
      runs += 1;
      read.value + peeked.peek() + untracked(() => peeked.value);
    });
    peeked.value = 1;
    expect(runs).toBe(1);
  });

  it('subscribers are told of the value alone, not of what they read themselves', () => {
    const count = signal(1);
    const other = signal(1);
    const seen: number[] = [];
    const stop = count.subscribe((value) => seen.push(value * other.value));
    other.value = 10;
    count.value = 2;
    stop();
    count.value = 3;
    expect(seen).toEqual([1, 20]);
  });

  it('an effect that fails keeps no other from running, and whoever wrote is told', () => {
    const count = signal(0);
    const seen: number[] = [];
    effect(() => {
      if (count.value === 1) throw new Error('broken');
    });
    effect(() => {
      seen.push(count.value);
    });
    expect(() => {
      count.value = 1;
    }).toThrow('broken');
    expect(seen).toEqual([0, 1]);
    count.value = 2;
    expect(seen).toEqual([0, 1, 2]);
  });

  it('a computation that failed is tried again after the next change', () => {
    const count = signal(0);
    const checked = computed(() => {
      if (count.value === 1) throw new Error('one');
      return count.value;
    });
    expect(checked.value).toBe(0);
    count.value = 1;
    expect(() => checked.value).toThrow('one');
    expect(() => checked.value).toThrow('one');
    count.value = 2;
    expect(checked.value).toBe(2);
  });
});

type Lib = typeof ours | typeof reference;

interface Plan {
  readonly sums: readonly (readonly [number, number, number])[];
  readonly steps: readonly (readonly (readonly [number, number])[])[];
}

/** Some signals, computed values over them and one another (with conditions), an effect on each; then batches of writes. */
function play({ signal, computed, effect, batch }: Lib, { sums, steps }: Plan): readonly unknown[] {
  const told: unknown[] = [];
  const sources = [0, 1, 2, 3].map((value) => signal(value));
  const nodes: { readonly value: number }[] = [...sources];
  for (const [when, then, otherwise] of sums) {
    const at = (index: number) => nodes[index % nodes.length]?.value ?? 0;
    const size = nodes.length;
    nodes.push(computed(() => (at(when % size) % 2 ? at(then % size) : at(otherwise % size) + 1)));
  }
  const log = new Map<number, number[]>();
  nodes.forEach((node, index) => {
    const seen: number[] = [];
    log.set(index, seen);
    // The reference does not run again for a value that went and came back within a batch; ours may.
    effect(() => {
      if (seen.at(-1) !== node.value) seen.push(node.value);
    });
  });
  for (const step of steps) {
    batch(() => {
      for (const [index, value] of step) {
        const source = sources[index % sources.length];
        if (source) source.value = value;
      }
    });
    told.push([...log.values()].map((seen) => [...seen]));
  }
  return told;
}

describe('signals beside the reference', () => {
  it('tell every effect the same values on any graph', () => {
    const numbers = fc.nat({ max: 30 });
    const plans = fc.record({
      sums: fc.array(fc.tuple(numbers, numbers, numbers), { maxLength: 12 }),
      steps: fc.array(fc.array(fc.tuple(numbers, fc.nat({ max: 3 })), { maxLength: 4 }), { maxLength: 12 }),
    });
    fc.assert(
      fc.property(plans, (plan) => {
        expect(play(ours, plan)).toEqual(play(reference, plan));
      }),
      { numRuns: 400, seed: 7 },
    );
  });
});
