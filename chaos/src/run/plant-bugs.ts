import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Violation } from '../checker/violation.ts';
import type { Mutation } from '../patches/mutation.ts';
import { MUTATIONS } from '../patches/mutations.ts';
import { STRIP_TYPES } from '../world/server-node.ts';

const MAIN = fileURLToPath(new URL('../../main.ts', import.meta.url));
const PRELOAD = new URL('../patches/preload-client.ts', import.meta.url).href;
const ACKED = 2_500;
const CROWD = 30;
const LIMIT_MS = 420_000;

/** What came of one planted bug. */
export interface Planted {
  readonly mutation: Mutation;
  /** The rows that were found broken, the first first; empty: the harness has missed it. */
  readonly rows: readonly string[];
  readonly first: Violation | null;
  readonly acknowledged: number;
  readonly seconds: number;
  readonly output: string;
}

/** What one run says of itself on its last line. */
export interface Outcome {
  readonly acknowledged: number;
  readonly violations: readonly Violation[];
}

/** Plants one bug after the other, each in a world of its own, until it is caught. */
export async function* plantBugs(seed: number, words: readonly string[]): AsyncGenerator<Planted> {
  const chosen = MUTATIONS.filter(
    ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
  );
  for (const mutation of chosen) yield plant(mutation, seed);
}

export function isCaught({ mutation, rows }: Planted): boolean {
  return rows.some((row) => mutation.breaks.some((wanted) => wanted === row));
}

async function plant(mutation: Mutation, seed: number): Promise<Planted> {
  const from = performance.now();
  const args = [
    ...[
      '--seed',
      String(seed),
      '--acked',
      String(ACKED),
      '--crowd',
      String(CROWD),
      '--json',
      '--stop-at-first',
    ],
    ...['--nodes', String(mutation.nodes ?? 1), '--mutation', mutation.name],
    ...(mutation.agentsAway ? ['--agents-away'] : []),
    ...(mutation.faults.length > 0
      ? mutation.faults.flatMap((kind) => ['--only', kind])
      : ['--faults', 'none']),
  ];
  const child = spawn(process.execPath, [...STRIP_TYPES, '--import', PRELOAD, MAIN, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, CHAOS_MUTATION: mutation.name },
  });
  let stdout = '';
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += String(chunk);
  });
  child.stderr.on('data', (chunk: Buffer) => {
    output = (output + String(chunk)).slice(-20_000);
  });
  const impatience = setTimeout(() => child.kill('SIGTERM'), LIMIT_MS);
  await new Promise((resolve) => child.once('close', resolve));
  clearTimeout(impatience);
  const last = stdout.trim().split('\n').at(-1) ?? '';
  const outcome = last.startsWith('{') ? (JSON.parse(last) as Outcome) : { acknowledged: 0, violations: [] };
  return {
    mutation,
    rows: [...new Set(outcome.violations.map(({ row }) => row))],
    first:
      outcome.violations.find(({ row }) => mutation.breaks.includes(row)) ?? outcome.violations[0] ?? null,
    acknowledged: outcome.acknowledged,
    seconds: (performance.now() - from) / 1_000,
    output,
  };
}
