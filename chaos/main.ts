import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { SOMETIMES, SOMETIMES_SOON, type SometimesName } from './src/checker/sometimes.ts';
import { type ChaosOptions, runChaos } from './src/run/chaos-run.ts';
import { isCaught, plantBugs } from './src/run/plant-bugs.ts';
import { tellPlanted, tellRun } from './src/run/tell-run.ts';

const USAGE = `npm run chaos -- [--seed N] [--acked N] …
npm run chaos -- --mutations [word …]    plants bugs, or those whose names hold a word, and tells which are caught

  --seed N            the same faults in the same order (1)
  --acked N           runs until so many messages are acknowledged (20000)
  --nodes N           server processes (2)
  --crowd N           visitors at a time (80)
  --faults WHICH      full, short or none (full)
  --only FAULT        only this fault; may be repeated
  --agents-away       agents take their breaks together, and soon
  --mutation NAME     one planted bug
  --stop-at-first     ends at the first finding
  --json, --quiet     the result as JSON; nothing on the way there`;

const { values, positionals } = readOptions();
if (values.help) {
  process.stdout.write(`${USAGE}\n`);
  process.exit(0);
}
for (const name of ['seed', 'acked', 'nodes', 'crowd'] as const) {
  if (/^\d+$/.test(values[name])) continue;
  process.stderr.write(`--${name} is a whole number, and not "${values[name]}".\n\n${USAGE}\n`);
  process.exit(1);
}

process.exitCode = values.mutations ? await plantAll() : await runOne();
// Clients of a run that was stopped at its first finding may still be waiting for something.
process.exit();

async function runOne(): Promise<number> {
  const folder = path.join(import.meta.dirname, '..', '.cache', 'chaos');
  mkdirSync(folder, { recursive: true });
  const options: ChaosOptions = {
    seed: Number(values.seed),
    acked: Number(values.acked),
    nodes: Number(values.nodes),
    crowd: Number(values.crowd),
    faults: values.faults === 'short' || values.faults === 'none' ? values.faults : 'full',
    only: values.only,
    wanted: wantedOf(values.faults),
    agentsAway: values['agents-away'],
    mutation: values.mutation ?? null,
    history: path.join(folder, `${values.mutation ?? `seed-${values.seed}`}.jsonl`),
    stopAtFirst: values['stop-at-first'],
    tell: (line) => (values.quiet ? true : process.stderr.write(`${line}\n`)),
  };
  const result = await runChaos(options);
  const missing = options.wanted.filter((name) => !result.sometimes.has(name));
  const short = result.acknowledged < options.acked && !options.stopAtFirst;
  if (values.json)
    process.stdout.write(
      `${JSON.stringify({ acknowledged: result.acknowledged, violations: result.violations })}\n`,
    );
  else process.stdout.write(`${tellRun(result, missing)}\n`);
  if (short) process.stdout.write(`✗ stood still before ${options.acked} acknowledgements\n`);
  const failed = result.violations.length > 0 || missing.length > 0 || short;
  if (failed && !values.json) {
    const again = `npm run chaos -- --seed ${values.seed} --acked ${values.acked} --nodes ${values.nodes} --crowd ${values.crowd} --faults ${values.faults}`;
    process.stdout.write(
      `Seed ${values.seed}. The same faults in the same order: ${again}\nHistory: ${options.history}\n`,
    );
  }
  return failed ? 1 : 0;
}

/** Faults that were picked by hand bring about what they bring about. */
function wantedOf(faults: string): readonly SometimesName[] {
  if (values.only.length > 0 || values['stop-at-first'] || faults === 'none') return [];
  return faults === 'short' ? SOMETIMES_SOON : (Object.keys(SOMETIMES) as SometimesName[]);
}

async function plantAll(): Promise<number> {
  let missed = 0;
  process.stdout.write(
    '| planted bug | what the product does wrong | the harness | after acknowledgements | took | first finding |\n|---|---|---|---|---|---|\n',
  );
  for await (const planted of plantBugs(Number(values.seed), positionals)) {
    process.stdout.write(`${tellPlanted(planted)}\n`);
    if (isCaught(planted)) continue;
    missed += 1;
    process.stderr.write(`${planted.output}\n`);
  }
  process.stdout.write(missed === 0 ? 'Every planted bug was caught.\n' : `${missed} were missed.\n`);
  return missed === 0 ? 0 : 1;
}

function readOptions() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        help: { type: 'boolean', default: false },
        seed: { type: 'string', default: '1' },
        acked: { type: 'string', default: '20000' },
        nodes: { type: 'string', default: '2' },
        crowd: { type: 'string', default: '80' },
        /** `full`, `short` or `none` */
        faults: { type: 'string', default: 'full' },
        only: { type: 'string', multiple: true, default: [] },
        'agents-away': { type: 'boolean', default: false },
        mutations: { type: 'boolean', default: false },
        mutation: { type: 'string' },
        'stop-at-first': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        quiet: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n\n${USAGE}\n`);
    return process.exit(1);
  }
}
