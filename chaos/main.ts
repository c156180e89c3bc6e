import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { SOMETIMES, type SometimesName } from './src/checker/sometimes.ts';
import { INVARIANTS } from './src/checker/violation.ts';
import { type ChaosOptions, type ChaosResult, runChaos } from './src/run/chaos-run.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    acked: { type: 'string', default: '2000' },
    nodes: { type: 'string', default: '1' },
    crowd: { type: 'string', default: '60' },
    faults: { type: 'string', default: 'full' },
    only: { type: 'string', multiple: true, default: [] },
    mutation: { type: 'string' },
    history: { type: 'string' },
    'stop-at-first': { type: 'boolean', default: false },
  },
});

const folder = path.join(import.meta.dirname, '..', '.cache', 'chaos');
mkdirSync(folder, { recursive: true });
const options: ChaosOptions = {
  seed: Number(values.seed),
  acked: Number(values.acked),
  nodes: Number(values.nodes),
  crowd: Number(values.crowd),
  faults: values.faults === 'short' || values.faults === 'none' ? values.faults : 'full',
  only: values.only,
  mutation: values.mutation ?? null,
  history: values.history ?? path.join(folder, `seed-${values.seed}.jsonl`),
  stopAtFirst: values['stop-at-first'],
  tell: (line) => process.stderr.write(`${line}\n`),
};
const result = await runChaos(options);
report(result);
process.exit(result.violations.length > 0 ? 1 : 0);

function report({
  violations,
  acknowledged,
  sometimes,
  points,
  faults,
  seconds,
  drainSeconds,
}: ChaosResult): void {
  const print = (line: string) => process.stdout.write(`${line}\n`);
  print(
    `${acknowledged} acknowledged, ${faults} faults, ${seconds.toFixed(0)} s, at rest ${drainSeconds.toFixed(1)} s after the last`,
  );
  for (const name of Object.keys(SOMETIMES) as SometimesName[])
    print(`  ${String(sometimes.get(name) ?? 0).padStart(6)}  ${name}`);
  print(`  ${[...points].map(([point, hits]) => `${point} ${hits}`).join(', ')}`);
  for (const { row, what } of violations.slice(0, 30)) print(`✗ ${row} (${INVARIANTS[row]}): ${what}`);
}
