import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { capture } from './child.mjs';
import { environmentFor, root } from './environment.mjs';
import { Problem, reportingProblems, say } from './problem.mjs';

/** Each package after those that it is built from. */
const PACKAGES = [
  { name: 'shared-types', after: [] },
  { name: 'client', after: ['shared-types'] },
  { name: 'widget', after: ['shared-types', 'client'] },
  { name: 'console', after: ['shared-types', 'client'] },
  { name: 'server', after: ['shared-types'] },
];

const NOT_A_SOURCE = /^(node_modules|dist|test|coverage|test-results)$|\.tsbuildinfo$|\.spec\.tsx?$/;

/** Builds every package whose sources, or those of a package it is built from, changed since its last build. */
export async function build(node) {
  const shared = hashFiles(
    ['package.json', 'pnpm-lock.yaml', 'tsconfig.base.json'].map((name) => join(root, name)),
  );
  const underWay = new Map();
  for (const { name, after } of PACKAGES) {
    const needed = after.map((other) => underWay.get(other));
    underWay.set(
      name,
      Promise.all(needed).then((inputs) => buildPackage(node, name, [shared, ...inputs])),
    );
  }
  await Promise.all(underWay.values());
}

/** Builds one package unless it is fresh; resolves to the fingerprint of all that went into it. */
async function buildPackage(node, name, inputs) {
  const folder = join(root, 'packages', name);
  const stamp = join(folder, 'dist', '.built');
  const wanted = createHash('sha256')
    .update(inputs.join())
    .update(hashFiles(listSources(folder)))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return wanted;

  say(`Building ${name} …`);
  forgetCompilerState(folder);
  const result = await capture(node, ['--run', 'build'], { cwd: folder, env: environmentFor(node) });
  if (!result.ok)
    throw new Problem(
      `${result.output.trim()}\nThe package ${name} could not be built; the lines above say why.`,
    );
  writeFileSync(stamp, wanted);
  return wanted;
}

/** The compiler trusts its own notes even when somebody has removed its output. */
function forgetCompilerState(folder) {
  if (existsSync(join(folder, 'dist'))) return;
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.tsbuildinfo')) rmSync(join(folder, name));
  }
}

function listSources(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !NOT_A_SOURCE.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? listSources(path) : [path];
    });
}

function hashFiles(paths) {
  const hash = createHash('sha256');
  for (const path of paths)
    hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}

// `npm test` builds as one of its steps: node tooling/bootstrap/build.mjs
if (process.argv[1] === import.meta.filename) await reportingProblems(() => build(process.execPath));
