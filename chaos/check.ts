import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Checker } from './src/checker/checker.ts';
import type { HistoryLine } from './src/history/line.ts';

/** Judges a history that was written before: `node chaos/check.ts FILE`. */
const checker = new Checker();
let found = 0;
const print = (row: string, what: string): void => {
  found += 1;
  if (found <= 100) process.stdout.write(`✗ ${row}: ${what}\n`);
};
for await (const text of createInterface({ input: createReadStream(process.argv[2] ?? '') })) {
  const line = JSON.parse(text) as HistoryLine;
  for (const { row, what } of checker.take(line)) print(row, what);
}
for (const { row, what } of checker.finish()) print(row, what);
process.stdout.write(`${checker.acknowledged} acknowledged, ${found} violations\n`);
process.exitCode = found > 0 ? 1 : 0;
