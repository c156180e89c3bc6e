import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import type { Benchmark, Figure } from './benchmark.ts';
import { appends } from './benchmarks/appends.ts';
import { briefing } from './benchmarks/briefing.ts';
import { comeBack } from './benchmarks/come-back.ts';
import { fairness } from './benchmarks/fairness.ts';
import { firstToken } from './benchmarks/first-token.ts';
import { growth } from './benchmarks/growth.ts';
import { latency } from './benchmarks/latency.ts';
import { longChats } from './benchmarks/long-chats.ts';
import { memory } from './benchmarks/memory.ts';
import { twoNodes } from './benchmarks/two-nodes.ts';
import { widget } from './benchmarks/widget.ts';
import { openGround } from './ground/ground.ts';
import { renderTable } from './render-table.ts';

const BENCHMARKS: readonly Benchmark[] = [
  appends,
  latency,
  firstToken,
  briefing,
  memory,
  comeBack,
  growth,
  longChats,
  fairness,
  twoNodes,
  widget,
];

const USAGE = `npm run bench -- [benchmark …] [--quick] [--json]

  --quick  shorter rounds: to see that it works, not to quote
  --json   nothing but JSON on standard output

${BENCHMARKS.map(({ name, about }) => `  ${name.padEnd(12)} ${about}`).join('\n')}`;

const { values, positionals } = readOptions();
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}
const unknown = positionals.filter((name) => !BENCHMARKS.some((benchmark) => benchmark.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no benchmark ${unknown.join(', ')}; there is ${BENCHMARKS.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(1);
}

const chosen = BENCHMARKS.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
const say = (line: string) => console.error(`  ${line}`);
const results: { readonly name: string; readonly about: string; readonly figures: readonly Figure[] }[] = [];
for (const benchmark of chosen) {
  const { name, about } = benchmark;
  console.error(`${name}: ${about}`);
  const ground = await openGround();
  try {
    const figures = await benchmark.run(ground, { quick: values.quick, say });
    results.push({ name, about, figures });
    if (!values.json) console.log(`\n${name}\n${renderTable(figures)}\n`);
  } finally {
    await ground.clear();
  }
}
if (values.json) {
  const machine = { node: process.version, platform: process.platform, cores: availableParallelism() };
  console.log(
    JSON.stringify({ at: new Date().toISOString(), machine, quick: values.quick, results }, null, 2),
  );
}
process.exit(0);

function readOptions() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        help: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        quick: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
    return process.exit(1);
  }
}
