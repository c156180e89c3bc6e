import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { requireNode } from './require-node.mjs';

requireNode();
const { Problem, reportingProblems } = await import('./problem.mjs');
const { environmentFor, findNode, root } = await import('./environment.mjs');
const { install } = await import('./install.mjs');
const { build } = await import('./build.mjs');
const { runInForeground } = await import('./child.mjs');

/** What `npm run <name>` starts once everything is built. */
const SCRIPTS = {
  workspace: 'packages/server/dist/create-workspace.js',
  eval: 'packages/server/dist/evaluate.js',
  bench: 'bench/src/main.ts',
  chaos: 'chaos/main.ts',
};

/** For scripts that are not built. Before 22.18 Node strips types only when it is asked to. */
const STRIP_TYPES = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];

await reportingProblems(async () => {
  const [name = '', ...args] = process.argv.slice(2);
  const script = SCRIPTS[name];
  if (!script)
    throw new Problem(`There is no script "${name}"; there is ${Object.keys(SCRIPTS).join(', ')}.`);
  const node = await findNode();
  await install('run');
  await build(node);
  if (!existsSync(join(root, script))) throw new Problem(`The build brought no ${script}.`);
  // npm moves to the root; paths among the arguments mean the folder that it was called from.
  const cwd = process.env['INIT_CWD'] ?? process.cwd();
  process.exit(
    await runInForeground(
      node,
      [...(script.endsWith('.ts') ? STRIP_TYPES : []), join(root, script), ...args],
      {
        cwd,
        env: environmentFor(node),
      },
    ),
  );
});
