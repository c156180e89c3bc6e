import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { capture } from './child.mjs';
import { Problem, say } from './problem.mjs';

/** The root of the checkout. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Where the bootstrap keeps what it can make again. */
export const cache = join(root, '.cache');

const RUNTIME_FLOOR = [22, 12];
const FETCHED_NODE = 'node@24.21.0';

/** The Node that runs Baton: this one when it is new enough, else one fetched once through npx. */
export async function findNode() {
  if (isNewEnough(process.versions.node)) return process.execPath;
  const record = join(cache, `${FETCHED_NODE}.path`);
  const known = existsSync(record) ? readFileSync(record, 'utf8') : '';
  if (known !== '' && existsSync(known)) return known;

  say(`Node ${process.versions.node} is too old to run Baton: fetching ${FETCHED_NODE} (once) …`);
  const found = await npx(['node', '-p', 'process.execPath']);
  const path = found.stdout.trim().split('\n').at(-1) ?? '';
  if (!found.ok || !existsSync(path)) throw fetchProblem('Node', found.output);
  mkdirSync(cache, { recursive: true });
  writeFileSync(record, path);
  return path;
}

/** Runs the pnpm that package.json names; it comes through npx, so nothing is installed on the machine. */
export function pnpm(args) {
  return npx(['pnpm', ...args]);
}

/** The environment in which `node` and the workspace's own programs are the first to be found. */
export function environmentFor(node) {
  const path = [dirname(node), join(root, 'node_modules', '.bin'), process.env['PATH'] ?? ''];
  return { ...process.env, PATH: path.join(delimiter) };
}

/** Why something could not be fetched, in one sentence, with the tool's own words only when they are needed. */
export function fetchProblem(what, output) {
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|META_FETCH_FAIL|fetch fail|dns error|error sending request/i.test(
      output,
    )
  ) {
    return new Problem(
      `Baton could not fetch ${what}: the first start needs a network connection to the npm registry.`,
    );
  }
  if (/ENOSPC|No space left/i.test(output))
    return new Problem(`There is no disk space left to fetch ${what}.`);
  return new Problem(`${output.trim()}\nBaton could not fetch ${what}; the lines above say why.`);
}

function npx(command) {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  // Both in one call: a second npx inside the first would not find its package.
  const packages = isNewEnough(process.versions.node) ? [packageManager] : [FETCHED_NODE, packageManager];
  const args = ['--yes', ...packages.flatMap((name) => ['-p', name]), '--', ...command];
  return capture('npx', args, { cwd: root, env: { ...patience(), ...process.env, CI: 'true' } });
}

/** npm's own patience without a network is two minutes; whoever configured it keeps their value. */
function patience() {
  return { npm_config_fetch_retry_mintimeout: '1000', npm_config_fetch_retry_maxtimeout: '5000' };
}

function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > RUNTIME_FLOOR[0] || (major === RUNTIME_FLOOR[0] && minor >= RUNTIME_FLOOR[1]);
}
