import type { Measure, SetReport } from './public-set.js';

/** A line per figure. */
export function setsReport(reports: readonly SetReport[]): string {
  const header = 'public set        measure                                      value        examples';
  const lines = reports.flatMap(({ set, measures }) => measures.map((measure) => lineOf(set, measure)));
  return [header, ...lines].join('\n');
}

function lineOf(set: string, { name, value, plusMinus, count, detail }: Measure): string {
  const interval = plusMinus === null ? '' : ` ±${(plusMinus * 100).toFixed(1)}`;
  const figure = `${(value * 100).toFixed(1)}${interval}`;
  return `${set.padEnd(18)}${name.padEnd(45)}${figure.padEnd(13)}${String(count).padStart(8)}  ${detail}`;
}
