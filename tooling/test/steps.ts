import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findChromium, PLAYWRIGHT } from './find-chromium.ts';
import { findProgram, installFromDebian } from './find-program.ts';
import { checkLockfile } from './lockfile-rules.ts';
import { type ProgramOptions, runProgram } from './run-program.ts';
import { add, NOTHING, type Tally, tallyCheck, tallyPlaywright, tallyRun, tallyVitest } from './tally.ts';

/** What a step reports; `output` is shown when something in it failed. */
export interface StepResult {
  readonly tally: Tally;
  readonly output: string;
}

/** One thing that `npm test` looks at. */
export interface Step {
  readonly name: string;
  /** Its output is worth reading also when all is well. */
  readonly isTold?: boolean;
  run(): Promise<StepResult>;
}

const root = dirname(dirname(import.meta.dirname));
const reports = join(root, '.cache', 'reports');
const playwrightConfig = join(root, 'e2e', 'playwright.config.ts');

/** Before 22.18 Node strips types only when it is asked to. */
const STRIP_TYPES = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];

export const STEPS: readonly Step[] = [
  { name: 'build', run: () => check(process.execPath, ['tooling/bootstrap/build.mjs']) },
  { name: 'format and lint', run: () => check('biome', ['ci', '--error-on-warnings', '--colors=off', '.']) },
  { name: 'types of the packages', run: () => check('tsc', ['-b']) },
  { name: 'types of tests and tools', run: () => check('tsc', ['-p', 'tsconfig.tests.json']) },
  { name: 'arrows', run: () => check(process.execPath, [...STRIP_TYPES, 'tooling/arrows/main.ts']) },
  { name: 'dead code', run: () => check('knip', ['--no-progress', '--no-config-hints']) },
  { name: 'lockfile', run: checkLockfileStep },
  { name: 'size budgets', isTold: true, run: checkSizes },
  { name: 'unit and integration tests', run: runVitest },
  { name: 'chaos, a short run', isTold: true, run: runShortChaos },
  { name: 'end-to-end tests', run: runPlaywright },
];

async function check(
  command: string,
  args: readonly string[],
  options: ProgramOptions = {},
): Promise<StepResult> {
  const { ok, output } = await runProgram(command, args, { cwd: root, ...options });
  return { tally: tallyCheck(ok), output };
}

async function checkLockfileStep(): Promise<StepResult> {
  const broken = checkLockfile(readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8'));
  return { tally: tallyCheck(broken.length === 0), output: `${broken.join('\n')}\n` };
}

/** Each package that browsers load measures itself against its own budget. */
async function checkSizes(): Promise<StepResult> {
  const results: StepResult[] = [];
  for (const name of ['widget', 'console']) {
    const folder = join(root, 'packages', name);
    results.push(await check(process.execPath, ['check-budgets.mjs'], { cwd: folder }));
  }
  return {
    tally: results.reduce((sum, { tally }) => add(sum, tally), NOTHING),
    output: results.map(({ output }) => output).join(''),
  };
}

/** Two nodes, three dozen visitors, and one fault of each sort that a minute has room for. */
function runShortChaos(): Promise<StepResult> {
  const short = ['--seed', '7', '--acked', '300', '--crowd', '36', '--faults', 'short'];
  return check(process.execPath, [...STRIP_TYPES, 'chaos/main.ts', ...short]);
}

async function runVitest(): Promise<StepResult> {
  // Without one the tests against a real Redis are skipped, and the tally says so.
  if (!findProgram(['redis-server'])) await installFromDebian('redis-server');
  const file = freshReport('vitest.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { ok, output } = await runProgram('vitest', ['run', ...reporters], {
    cwd: root,
    env: { NO_COLOR: '1' },
  });
  return { tally: tallyRun(ok, tallyVitest(readReport(file))), output };
}

async function runPlaywright(): Promise<StepResult> {
  if (!existsSync(playwrightConfig)) {
    return { tally: { ...NOTHING, skipped: 1 }, output: 'e2e/ has no playwright.config.ts\n' };
  }
  const chromium = await findChromium();
  if (!chromium.found) return { tally: { ...NOTHING, failed: 1 }, output: chromium.output };

  const file = freshReport('playwright.json');
  const env = {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    ...(chromium.path === null ? {} : { CHROMIUM_PATH: chromium.path }),
  };
  const args = ['test', '--config', playwrightConfig, '--reporter=list,json'];
  const { ok, output } = await runProgram(PLAYWRIGHT, args, { cwd: root, env });
  return { tally: tallyRun(ok, tallyPlaywright(readReport(file))), output };
}

function freshReport(name: string): string {
  mkdirSync(reports, { recursive: true });
  const file = join(reports, name);
  rmSync(file, { force: true });
  return file;
}

function readReport(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}
