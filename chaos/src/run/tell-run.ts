import { SOMETIMES, type SometimesName } from '../checker/sometimes.ts';
import { INVARIANTS } from '../checker/violation.ts';
import type { ChaosResult } from './chaos-run.ts';
import { isCaught, type Planted } from './plant-bugs.ts';

const MOST = 40;

/** What a run was like, for people. */
export function tellRun(result: ChaosResult, missing: readonly SometimesName[]): string {
  const { violations, acknowledged, sometimes, points, faults, seconds, drainSeconds } = result;
  const names = Object.keys(SOMETIMES) as SometimesName[];
  return [
    `${acknowledged} acknowledged in ${seconds.toFixed(0)} s, ${faults} faults, at rest ${drainSeconds.toFixed(1)} s after the last one`,
    ...names.map((name) => `${String(sometimes.get(name) ?? 0).padStart(8)} × ${name}`),
    `${points.size} crash points hit: ${[...points].map(([point, hits]) => `${point} ${hits}`).join(', ') || 'none'}`,
    ...violations.slice(0, MOST).map(({ row, what }) => `✗ ${row} (${INVARIANTS[row]}): ${what}`),
    ...(violations.length > MOST ? [`✗ and ${violations.length - MOST} more`] : []),
    ...missing.map((name) => `✗ never happened: ${name} (${SOMETIMES[name]})`),
  ].join('\n');
}

/** One line of the table of planted bugs. */
export function tellPlanted(planted: Planted): string {
  const { mutation, rows, acknowledged, seconds, first } = planted;
  const verdict = isCaught(planted)
    ? `caught by ${rows.join(', ')}`
    : `MISSED (${rows.join(', ') || 'nothing was found'})`;
  return `| ${mutation.name} | ${mutation.what} | ${verdict} | ${acknowledged} | ${seconds.toFixed(0)} s | ${first?.what ?? ''} |`;
}
