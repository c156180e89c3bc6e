import { f1Of, type Tally } from '../score-chats.js';
import type { Measure } from './public-set.js';

/** Compares what was found in a text with what stands in it, each value once. */
export function countSpans(found: readonly string[], expected: readonly string[]): Tally {
  const open = [...expected];
  let right = 0;
  for (const value of found) {
    const at = open.indexOf(value);
    if (at < 0) continue;
    open.splice(at, 1);
    right += 1;
  }
  return { right, invented: found.length - right, missed: open.length };
}

export function addTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, tally) => ({
      right: sum.right + tally.right,
      invented: sum.invented + tally.invented,
      missed: sum.missed + tally.missed,
    }),
    { right: 0, invented: 0, missed: 0 },
  );
}

/** F1 over everything, with the interval over the folds where there are several. */
export function f1Measure(name: string, folds: readonly Tally[]): Measure {
  const all = addTallies(folds);
  const values = folds.map(f1Of);
  return {
    name,
    value: f1Of(all),
    plusMinus: values.length > 1 ? halfWidth(values) : null,
    count: all.right + all.missed,
    detail: `${all.right} right, ${all.invented} invented, ${all.missed} missed`,
  };
}

/** Two-sided 95 % quantile of Student's t with 4 degrees of freedom: for five folds. */
const T_FOUR = 2.776;

function halfWidth(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return (T_FOUR * Math.sqrt(variance)) / Math.sqrt(values.length);
}
