import { interruptProgram } from './run-program.ts';
import { STEPS, type Step } from './steps.ts';
import { add, NOTHING, summarize, type Tally } from './tally.ts';

/** `npm test`: every step in order, whatever came before; `npm test -- arrows` runs the steps of that name only. */
async function main(words: readonly string[]): Promise<Tally> {
  const steps = STEPS.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
  let total = NOTHING;
  for (const step of steps) total = add(total, await runAndReport(step));
  return total;
}

async function runAndReport(step: Step): Promise<Tally> {
  const startedAt = performance.now();
  const { tally, output } = await step.run().catch((error: unknown) => ({
    tally: { ...NOTHING, failed: 1 },
    output: error instanceof Error ? `${error.stack}\n` : `${String(error)}\n`,
  }));
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(`${mark(tally)} ${step.name}: ${summarize(tally)} (${seconds} s)\n`);
  if (tally.failed > 0 || tally.passed === 0 || step.isTold) process.stdout.write(`${output.trimEnd()}\n`);
  return tally;
}

function mark({ passed, failed }: Tally): string {
  if (failed > 0) return '✗';
  return passed > 0 ? '✓' : '–';
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    interruptProgram();
    process.exit(130);
  });
}

const total = await main(process.argv.slice(2));
process.stdout.write(`${summarize(total)}\n`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
